-- What was answered to requests that came with an Idempotency-Key (decision 021), for 24 hours. The key itself is not kept: the
-- id is a keyed hash of it and of whose it is, and the answer is encrypted with it, so that a row opens for nobody but the
-- client that sends the key again.
-- Portable SQL: runs on MariaDB and on H2 in its MariaDB mode.

create table idempotency_record (
    id varchar(64) not null,
    fingerprint varchar(64) not null,
    lease varchar(36) not null,
    leased_until datetime(6) not null,
    done boolean default false not null,
    sealed_answer longtext,
    created_at datetime(6) not null,
    expires_at datetime(6) not null,
    primary key (id)
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;
create index idempotency_record_expires_ix on idempotency_record (expires_at);
