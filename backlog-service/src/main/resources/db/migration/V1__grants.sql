-- The application may read and write what the owner creates from here on, …
alter default privileges in schema public grant select, insert, update, delete on tables to ${app};
alter default privileges in schema public grant usage on sequences to ${app};
-- … and what the platform's migrations have created before;
grant select, insert, update, delete on all tables in schema public to ${app};
grant usage on all sequences in schema public to ${app};
-- … but nobody rewrites history.
revoke update, delete, truncate on event from ${app};
