-- Names of those whose token this service has seen; shown beside a subject, never sent in an event.
create table person (
    subject text        primary key,
    name    text        not null,
    seen_at timestamptz not null default now()
);
