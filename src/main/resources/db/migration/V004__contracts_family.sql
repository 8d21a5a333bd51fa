-- What the published contracts keep that the directory did not know yet: numbers of groups, members that only one contract
-- shows ("extras"), a catalogue of permissions, guests of other tenants, and pins (decisions 009 to 012).
-- Portable SQL: runs on MariaDB and on H2 in its MariaDB mode.

-- Ids of 24 hexadecimal digits are derived from ids of version 7 and found by the primary key. What came with an id of
-- another kind keeps its alias here.
alter table user_account add column object_id varchar(24);
alter table user_account add constraint user_account_object_uk unique (tenant_id, object_id);
alter table user_group add column object_id varchar(24);
alter table user_group add constraint user_group_object_uk unique (tenant_id, object_id);
alter table tenant add column object_id varchar(24);
alter table tenant add constraint tenant_object_uk unique (object_id);

alter table user_account add column extras longtext;
-- Tokens made before this instant are over: the user was signed out everywhere.
alter table user_account add column sessions_ended_at datetime(6);

alter table application add column extras longtext;

alter table tenant add column sessions_ended_at datetime(6);

alter table user_group add column extras longtext;
alter table user_group add column group_number integer default 0 not null;
update user_group set group_number = (
    select count(*) from (select tenant_id, id from user_group) earlier
    where earlier.tenant_id = user_group.tenant_id and earlier.id <= user_group.id);
alter table user_group add constraint user_group_number_uk unique (tenant_id, group_number);

-- The number of each tenant's last group; numbers are never given twice. Not a column of tenant, whose row every new user
-- locks for a moment by its foreign key.
create table group_counter (
    tenant_id uuid not null,
    groups_made integer not null,
    primary key (tenant_id),
    constraint group_counter_tenant_fk foreign key (tenant_id) references tenant (id) on delete cascade
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;
insert into group_counter (tenant_id, groups_made)
    select tenant.id, (select count(*) from user_group where user_group.tenant_id = tenant.id) from tenant;

-- What a permission is called for people, and whether it counts. A permission without a row is active and has no
-- description; groups name permissions by their words.
create table permission (
    id uuid not null,
    tenant_id uuid not null,
    name varchar(128) not null,
    description varchar(1000),
    status varchar(16) not null,
    created_at datetime(6) not null,
    updated_at datetime(6) not null,
    version bigint not null,
    primary key (id),
    constraint permission_name_uk unique (tenant_id, name),
    constraint permission_tenant_fk foreign key (tenant_id) references tenant (id)
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;

-- A user of one tenant who was let into another. Their groups there are memberships like any other.
create table guest (
    tenant_id uuid not null,
    user_id uuid not null,
    created_at datetime(6) not null,
    primary key (tenant_id, user_id),
    constraint guest_tenant_fk foreign key (tenant_id) references tenant (id),
    constraint guest_user_fk foreign key (user_id) references user_account (id)
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;
create index guest_user_ix on guest (user_id);

-- A pin that signs a user in to one tenant. Only its keyed hash is stored; it is the look-up too, and unique in the tenant.
create table pin (
    tenant_id uuid not null,
    user_id uuid not null,
    pin_hash varchar(64),
    allowed boolean not null,
    created_at datetime(6) not null,
    updated_at datetime(6) not null,
    primary key (tenant_id, user_id),
    constraint pin_hash_uk unique (tenant_id, pin_hash),
    constraint pin_user_fk foreign key (user_id) references user_account (id)
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;

-- What a one-time token carries to its redemption, such as the new address of an e-mail change.
alter table one_time_token add column detail varchar(254);
create index one_time_token_user_ix on one_time_token (user_id, purpose);
