-- Where the events of a tenant are sent, and each sending of one (decision 022). A delivery is written in the transaction of
-- the change that it tells of; what it tells is read from the audit trail when it is sent, so that nothing is kept twice.
-- Portable SQL: runs on MariaDB and on H2 in its MariaDB mode.

-- Secrets are encrypted. The previous one signs beside the present one until its end.
create table webhook_endpoint (
    id uuid not null,
    tenant_id uuid not null,
    url varchar(2048) not null,
    description varchar(1000),
    status varchar(16) not null,
    events longtext not null,
    headers longtext,
    metadata longtext,
    sealed_secret varchar(255) not null,
    hint varchar(8) not null,
    secret_made_at datetime(6) not null,
    previous_secret varchar(255),
    previous_until datetime(6),
    created_at datetime(6) not null,
    updated_at datetime(6) not null,
    version bigint not null,
    primary key (id),
    constraint webhook_endpoint_tenant_fk foreign key (tenant_id) references tenant (id) on delete cascade
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;
create index webhook_endpoint_tenant_ix on webhook_endpoint (tenant_id, id);

-- The number gives deliveries their order: the clocks of several nodes would not.
create table webhook_delivery (
    id uuid not null,
    seq bigint auto_increment not null,
    endpoint_id uuid not null,
    tenant_id uuid not null,
    event_id uuid not null,
    event_type varchar(64) not null,
    subject_id uuid not null,
    status varchar(16) not null,
    attempts integer default 0 not null,
    queued_at datetime(6) not null,
    next_at datetime(6) not null,
    leased_until datetime(6),
    last_status integer,
    last_error varchar(32),
    created_at datetime(6) not null,
    delivered_at datetime(6),
    primary key (id),
    constraint webhook_delivery_seq_uk unique (seq),
    constraint webhook_delivery_endpoint_fk foreign key (endpoint_id) references webhook_endpoint (id) on delete cascade
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;
create index webhook_delivery_tenant_ix on webhook_delivery (tenant_id, id);
create index webhook_delivery_due_ix on webhook_delivery (status, next_at);
create index webhook_delivery_order_ix on webhook_delivery (endpoint_id, status, seq);
create index webhook_delivery_subject_ix on webhook_delivery (endpoint_id, subject_id, status, seq);
create index webhook_delivery_created_ix on webhook_delivery (created_at);
