grant select, insert, update, delete on all tables in schema public to ${app};
create table probe (id uuid primary key, name text not null, version bigint not null);
grant select, insert, update, delete on probe to ${app};
