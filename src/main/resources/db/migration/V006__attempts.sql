-- Wrong tries are counted in rows, so that all nodes see them and a restart forgets none (decision 016). Whatever is thrown at
-- the server, the rows are bounded: names and addresses that nobody is known by share a fixed number of keyed-hash slots.
-- Portable SQL: runs on MariaDB and on H2 in its MariaDB mode.

create table wrong_try (
    bucket varchar(64) not null,
    failures integer not null,
    last_at datetime(6) not null,
    expires_at datetime(6) not null,
    primary key (bucket)
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;
create index wrong_try_expires_ix on wrong_try (expires_at);

-- Where a user has logged in from; the place is a keyed hash of the network address. What strangers try does not slow these down.
create table known_place (
    user_id uuid not null,
    place varchar(64) not null,
    seen_at datetime(6) not null,
    failures integer not null,
    failed_at datetime(6) not null,
    primary key (user_id, place),
    constraint known_place_user_fk foreign key (user_id) references user_account (id) on delete cascade
) default charset=utf8mb4 collate=utf8mb4_nopad_bin;
create index known_place_seen_ix on known_place (seen_at);
