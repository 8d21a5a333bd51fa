-- One row for each change, written in the change's own transaction. Rows are never updated, and they outlive what they
-- speak of, so nothing here is a foreign key.
create table audit_record (
    id uuid not null,
    tenant_id uuid not null,
    at datetime(6) not null,
    type varchar(64) not null,
    subject_type varchar(32) not null,
    subject_id uuid not null,
    actor_kind varchar(16) not null,
    actor_id uuid not null,
    actor_name varchar(128) not null,
    contract varchar(32) not null,
    request_id varchar(64) not null,
    before_values longtext,
    after_values longtext,
    primary key (id)
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;
create index audit_record_tenant_ix on audit_record (tenant_id, id);
create index audit_record_subject_ix on audit_record (tenant_id, subject_id, id);
