-- Some sources tell their people themselves what became of their wishes: a help desk answers its tickets.
alter table source add column tells_people boolean not null default false;
