-- The token service: keys that sign, refresh tokens, and access tokens that were taken back before their time.

-- The private half is encrypted with a key derived from ROSTER_SECRETS_KEY. The serial number counts up without a gap, so two
-- nodes that rotate at the same instant collide on it and one of them wins.
create table signing_key (
    serial_no integer not null,
    kid varchar(64) not null,
    public_jwk longtext not null,
    private_key longtext not null,
    created_at datetime(6) not null,
    retire_at datetime(6) not null,
    primary key (serial_no),
    constraint signing_key_kid_uk unique (kid)
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;

create table refresh_token (
    token_hash varchar(64) not null,
    family_id uuid not null,
    tenant_id uuid not null,
    application_id uuid not null,
    user_id uuid not null,
    scopes longtext not null,
    created_at datetime(6) not null,
    expires_at datetime(6) not null,
    used_at datetime(6),
    revoked_at datetime(6),
    primary key (token_hash)
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;
create index refresh_token_family_ix on refresh_token (family_id);
create index refresh_token_expiry_ix on refresh_token (expires_at);

create table revoked_token (
    jti varchar(64) not null,
    revoked_at datetime(6) not null,
    expires_at datetime(6) not null,
    primary key (jti)
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;
create index revoked_token_revoked_ix on revoked_token (revoked_at);
