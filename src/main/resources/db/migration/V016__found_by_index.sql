-- What was found by a walk through a whole table, or through all that a tenant has in it, is found by an index.
-- Portable SQL: runs on MariaDB and on H2 in its MariaDB mode.

-- Tokens of mails that are over; a mail whose token has gone has no time of it any more.
create index mail_token_ix on mail (token_until);
-- The deliveries of one event.
create index webhook_delivery_event_ix on webhook_delivery (event_id);
