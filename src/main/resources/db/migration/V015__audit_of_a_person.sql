-- What is about a person and what it did is found by an index, in whatever tenant: who is exported or erased costs what belongs
-- to it, and not a walk through the whole trail.
-- Portable SQL: runs on MariaDB and on H2 in its MariaDB mode.

create index audit_record_about_ix on audit_record (subject_id, id);
create index audit_record_actor_ix on audit_record (actor_id, id);

-- Its readers find the same rows by the first of these.
drop index audit_record_subject_ix on audit_record;
