alter default privileges in schema public grant select, insert, update, delete on tables to ${app};
grant select, insert, update, delete on all tables in schema public to ${app};
grant usage on all sequences in schema public to ${app};
revoke update, delete, truncate on event from ${app};

-- A projection and a reaction's effect.
create table thing (id uuid primary key, epoch int not null, version bigint not null, name text, deleted boolean not null);
create table effect (event_id uuid primary key, subject uuid not null);
create table tally (subject uuid primary key, times bigint not null);
