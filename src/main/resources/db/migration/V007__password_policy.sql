-- What a tenant asks of passwords beyond what every Roster does (decision 017); a tenant without a row asks nothing more.
-- Portable SQL: runs on MariaDB and on H2 in its MariaDB mode.

create table password_policy (
    tenant_id uuid not null,
    min_length integer,
    min_strength integer,
    history integer not null,
    words longtext,
    contracts longtext,
    primary key (tenant_id),
    constraint password_policy_tenant_fk foreign key (tenant_id) references tenant (id) on delete cascade
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;

-- The hashes of earlier passwords, where a tenant wants a new one to be new; as many as it wants and no more.
create table password_history (
    id uuid not null,
    user_id uuid not null,
    password_hash varchar(255) not null,
    replaced_at datetime(6) not null,
    primary key (id),
    constraint password_history_user_fk foreign key (user_id) references user_account (id) on delete cascade
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;
create index password_history_user_ix on password_history (user_id, replaced_at);
