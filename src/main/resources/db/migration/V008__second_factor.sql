-- A second factor by time-based codes (RFC 6238), and codes for the day on which the device is lost (decision 019).
-- Portable SQL: runs on MariaDB and on H2 in its MariaDB mode.

-- Seeds are encrypted with a key derived from ROSTER_SECRETS_KEY: they have to be read again, so no hash will do. A pending
-- seed becomes the user's seed once a code of it was given. No code of the last step used, or of one before it, is good
-- again.
create table second_factor (
    user_id uuid not null,
    tenant_id uuid not null,
    seed varchar(255),
    pending_seed varchar(255),
    last_step bigint default 0 not null,
    confirmed_at datetime(6),
    created_at datetime(6) not null,
    primary key (user_id),
    constraint second_factor_user_fk foreign key (user_id) references user_account (id) on delete cascade
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;

create table recovery_code (
    user_id uuid not null,
    code_hash varchar(64) not null,
    created_at datetime(6) not null,
    used_at datetime(6),
    primary key (user_id, code_hash),
    constraint recovery_code_user_fk foreign key (user_id) references user_account (id) on delete cascade
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;
