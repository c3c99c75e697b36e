-- Seals what a cursor must hold and not everybody may read. The same for all instances.
create table cursor_secret (
    one    boolean primary key default true check (one),
    secret bytea   not null
);
insert into cursor_secret (secret)
values (sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));
