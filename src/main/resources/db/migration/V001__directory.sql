-- The directory: tenants, users, groups, applications, API keys, and what ties them together.
-- Portable SQL: runs on MariaDB and on H2 in its MariaDB mode. Keys ("..._key") hold folded names; the collation compares
-- bytes and pads nothing, so that both databases agree on which names are equal (decision 004).

create table tenant (
    id uuid not null,
    code varchar(64) not null,
    code_key varchar(64) not null,
    name varchar(128) not null,
    description varchar(1000),
    status varchar(16) not null,
    settings longtext,
    created_at datetime(6) not null,
    updated_at datetime(6) not null,
    version bigint not null,
    primary key (id),
    constraint tenant_code_uk unique (code_key)
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;

create table user_account (
    id uuid not null,
    tenant_id uuid not null,
    username varchar(128) not null,
    username_key varchar(128) not null,
    email varchar(254),
    email_key varchar(254),
    given_name varchar(128),
    given_name_key varchar(128) not null,
    middle_name varchar(128),
    family_name varchar(128),
    family_name_key varchar(128) not null,
    display_name varchar(256),
    phone varchar(64),
    locale varchar(35),
    status varchar(16) not null,
    email_verified boolean not null,
    account_locked boolean not null,
    account_expired boolean not null,
    credentials_expired boolean not null,
    mfa boolean not null,
    reset_password boolean not null,
    reset_second_factor boolean not null,
    password_hash varchar(255),
    password_changed_at datetime(6),
    profile longtext,
    custom_data longtext,
    external_id varchar(255),
    last_login_at datetime(6),
    created_at datetime(6) not null,
    updated_at datetime(6) not null,
    version bigint not null,
    primary key (id),
    constraint user_account_tenant_fk foreign key (tenant_id) references tenant (id)
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;
create index user_account_tenant_ix on user_account (tenant_id, id);
create index user_account_given_ix on user_account (tenant_id, given_name_key, id);
create index user_account_family_ix on user_account (tenant_id, family_name_key, id);

-- Whatever a user can sign in with is one row here: the user name and the e-mail address share one unique key, so a user
-- name can never equal somebody else's address, not even when both are written at the same instant.
create table login_name (
    tenant_id uuid not null,
    name_key varchar(254) not null,
    user_id uuid not null,
    is_username boolean not null,
    is_email boolean not null,
    primary key (tenant_id, name_key),
    constraint login_name_user_fk foreign key (user_id) references user_account (id)
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;

create table application (
    id uuid not null,
    tenant_id uuid not null,
    name varchar(128) not null,
    name_key varchar(128) not null,
    description varchar(1000),
    status varchar(16) not null,
    client_id varchar(128) not null,
    confidential boolean not null,
    grant_types varchar(500) not null,
    scopes longtext not null,
    redirect_uris longtext not null,
    access_token_seconds integer,
    self_registration boolean not null,
    custom_data longtext,
    created_at datetime(6) not null,
    updated_at datetime(6) not null,
    version bigint not null,
    primary key (id),
    constraint application_client_uk unique (client_id),
    constraint application_name_uk unique (tenant_id, name_key),
    constraint application_tenant_fk foreign key (tenant_id) references tenant (id)
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;

-- Two secrets may be good at once, so that a client can change to the new one without an outage.
create table client_secret (
    id uuid not null,
    application_id uuid not null,
    secret_hash varchar(64) not null,
    hint varchar(8) not null,
    created_at datetime(6) not null,
    expires_at datetime(6),
    primary key (id),
    constraint client_secret_application_fk foreign key (application_id) references application (id)
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;

create table user_group (
    id uuid not null,
    tenant_id uuid not null,
    code varchar(128) not null,
    code_key varchar(128) not null,
    name varchar(128) not null,
    name_key varchar(128) not null,
    description varchar(1000),
    status varchar(16) not null,
    application_id uuid,
    permissions longtext not null,
    custom_data longtext,
    created_at datetime(6) not null,
    updated_at datetime(6) not null,
    version bigint not null,
    primary key (id),
    constraint user_group_code_uk unique (tenant_id, code_key),
    constraint user_group_tenant_fk foreign key (tenant_id) references tenant (id),
    constraint user_group_application_fk foreign key (application_id) references application (id)
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;
create index user_group_name_ix on user_group (tenant_id, name_key);

create table membership (
    group_id uuid not null,
    user_id uuid not null,
    tenant_id uuid not null,
    created_at datetime(6) not null,
    primary key (group_id, user_id),
    constraint membership_group_fk foreign key (group_id) references user_group (id),
    constraint membership_user_fk foreign key (user_id) references user_account (id)
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;
create index membership_user_ix on membership (user_id);

create table assignment (
    application_id uuid not null,
    user_id uuid not null,
    tenant_id uuid not null,
    created_at datetime(6) not null,
    primary key (application_id, user_id),
    constraint assignment_application_fk foreign key (application_id) references application (id),
    constraint assignment_user_fk foreign key (user_id) references user_account (id)
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;
create index assignment_user_ix on assignment (user_id);

create table api_key (
    id uuid not null,
    tenant_id uuid not null,
    user_id uuid,
    application_id uuid,
    name varchar(128) not null,
    description varchar(1000),
    status varchar(16) not null,
    scopes longtext not null,
    secret_hash varchar(64) not null,
    hint varchar(8) not null,
    expires_at datetime(6),
    last_used_at datetime(6),
    created_at datetime(6) not null,
    updated_at datetime(6) not null,
    version bigint not null,
    primary key (id),
    constraint api_key_tenant_fk foreign key (tenant_id) references tenant (id),
    constraint api_key_user_fk foreign key (user_id) references user_account (id),
    constraint api_key_application_fk foreign key (application_id) references application (id)
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;
create index api_key_tenant_ix on api_key (tenant_id, id);

create table one_time_token (
    token_hash varchar(64) not null,
    tenant_id uuid not null,
    user_id uuid not null,
    purpose varchar(32) not null,
    created_at datetime(6) not null,
    expires_at datetime(6) not null,
    used_at datetime(6),
    primary key (token_hash),
    constraint one_time_token_user_fk foreign key (user_id) references user_account (id)
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;
