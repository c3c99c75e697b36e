-- When a key was last seen, to the minute: so that its owner can tell which of two is still in use. A revoked key is
-- deleted: an older version of the application, too, must not find it any more.
alter table source_key add column last_used_at timestamptz;
