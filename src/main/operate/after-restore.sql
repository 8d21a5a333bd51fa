-- After a restore from a backup that is older than the last change: run this on the restored database before any Roster starts
-- on it. docs/operate/backup.md says what it does, and what it cannot do. It runs on MariaDB and on H2.

-- What was taken back after the backup must not be good again. Every access token, session and mailed link ends; a new key
-- signs from the first start on.
delete from signing_key;
delete from refresh_token;
delete from one_time_token;

-- What waited may have been sent since: it is given up instead of sent again, and can be looked at and sent by hand. A mail with
-- a link is past that, since its link is ended.
update mail set status = 'FAILED', last_error = 'restored from a backup', sealed_token = null, leased_until = null
    where status = 'QUEUED';
update webhook_delivery set status = 'DEAD', last_error = 'restored', leased_until = null where status = 'PENDING';
