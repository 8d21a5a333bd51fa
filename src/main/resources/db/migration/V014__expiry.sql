-- What is over is found by its time, so that a sweep reads the rows that it takes away and no others (decision 029).
-- Portable SQL: runs on MariaDB and on H2 in its MariaDB mode.

create index revoked_token_expires_ix on revoked_token (expires_at);
create index one_time_token_expires_ix on one_time_token (expires_at);
