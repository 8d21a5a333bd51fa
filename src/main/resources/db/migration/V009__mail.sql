-- Mails that are to be sent, and those that were (decision 015). A mail is written in the transaction of what it tells of.
-- Portable SQL: runs on MariaDB and on H2 in its MariaDB mode.

-- Where the one-time token belongs in a text stands a character of the private use area; the token itself is encrypted, and
-- goes when the mail has gone.
create table mail (
    id uuid not null,
    tenant_id uuid not null,
    user_id uuid,
    kind varchar(32) not null,
    status varchar(16) not null,
    recipient varchar(254) not null,
    locale varchar(35) not null,
    subject varchar(255) not null,
    body_text longtext not null,
    body_html longtext not null,
    sealed_token varchar(255),
    token_until datetime(6),
    tries integer default 0 not null,
    queued_at datetime(6) not null,
    next_try_at datetime(6) not null,
    leased_until datetime(6),
    last_error varchar(255),
    request_id varchar(64) not null,
    created_at datetime(6) not null,
    sent_at datetime(6),
    primary key (id),
    constraint mail_tenant_fk foreign key (tenant_id) references tenant (id) on delete cascade
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;
create index mail_tenant_ix on mail (tenant_id, id);
create index mail_user_ix on mail (user_id);
create index mail_due_ix on mail (status, next_try_at);
create index mail_created_ix on mail (created_at);

-- What a tenant says in its own words; without a row Roster's own hold.
create table mail_template (
    tenant_id uuid not null,
    kind varchar(32) not null,
    locale varchar(35) not null,
    subject varchar(255) not null,
    body_text longtext not null,
    body_html longtext not null,
    updated_at datetime(6) not null,
    primary key (tenant_id, kind, locale),
    constraint mail_template_tenant_fk foreign key (tenant_id) references tenant (id) on delete cascade
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;

-- A token that only a mail has carried proves the address when it comes back.
alter table one_time_token add column mailed boolean default false not null;
