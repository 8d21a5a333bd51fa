-- What belongs to a person is found by an index: who logs in, gets a new password, is exported or erased costs what belongs to it,
-- and not a walk through what belongs to all.
-- Portable SQL: runs on MariaDB and on H2 in its MariaDB mode.

-- In whatever tenant.
create index audit_record_about_ix on audit_record (subject_id, id);
create index audit_record_actor_ix on audit_record (actor_id, id);
-- Its readers find the same rows by the first of these.
drop index audit_record_subject_ix on audit_record;

-- Sessions that go on, by the time of their last renewal.
create index refresh_token_user_ix on refresh_token (user_id, used_at, revoked_at, created_at, expires_at);
create index refresh_token_tenant_ix on refresh_token (tenant_id, revoked_at);
