-- The chain over the audit trail (decision 020). A row is written with what it commits itself to; a moment later it is given
-- its place in its tenant's sequence, and a link that ties it to all rows before.
-- Portable SQL: runs on MariaDB and on H2 in its MariaDB mode.

-- Rows of before this migration, and of a node of the version before, have none of this yet: they are sealed as they are found.
alter table audit_record add column salt varbinary(32);
alter table audit_record add column actor_digest varbinary(32);
alter table audit_record add column values_digest varbinary(32);
alter table audit_record add column pending tinyint default 1 not null;
create index audit_record_pending_ix on audit_record (pending, tenant_id, id);

create table audit_link (
    tenant_id uuid not null,
    seq bigint not null,
    event_id uuid not null,
    link varbinary(32) not null,
    primary key (tenant_id, seq),
    constraint audit_link_event_uk unique (event_id)
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;

-- One for each batch: the link that it ended with, under a key that is not in the database.
create table audit_seal (
    tenant_id uuid not null,
    seq bigint not null,
    event_id uuid not null,
    link varbinary(32) not null,
    mac varbinary(32) not null,
    sealed_at datetime(6) not null,
    primary key (tenant_id, seq),
    constraint audit_seal_event_uk unique (event_id)
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;

create index audit_seal_at_ix on audit_seal (sealed_at);

-- The end of each tenant's chain; who has its row locked adds to the chain.
create table audit_chain (
    tenant_id uuid not null,
    seq bigint not null,
    link varbinary(32) not null,
    primary key (tenant_id)
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;
