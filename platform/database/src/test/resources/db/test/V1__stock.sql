create table stock (name text primary key, pieces int not null);
create table thing (id uuid primary key);
grant select, insert, update, delete on all tables in schema public to ${app};
