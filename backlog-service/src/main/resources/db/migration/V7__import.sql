-- An import: a file that somebody has sent, and how far the work on it has come. Its row is the lock of
-- whoever works on it, for one chunk at a time.
create table import_job (
    id           uuid        primary key,
    product_id   uuid        not null,
    product_key  text        not null,
    -- Whose keys the rows bear: jira.
    system       text        not null,
    dry_run      boolean     not null,
    status       text        not null,
    -- The whole file is here. Until then the job is nobody's business, and is swept when its sender is gone.
    arrived      boolean     not null default false,
    -- Rows of the file; the number of the last one that was worked on.
    total        int         not null default 0,
    position     int         not null default 0,
    created      int         not null default 0,
    updated      int         not null default 0,
    unchanged    int         not null default 0,
    failed       int         not null default 0,
    failure      text,
    -- The provenance of the request, for the events.
    actor        text        not null,
    on_behalf_of text,
    request_id   text,
    traceparent  text,
    created_at   timestamptz not null,
    touched_at   timestamptz not null,
    ended_at     timestamptz,
    version      bigint      not null
);
create index import_job_by_product on import_job (product_id, id) where arrived;
create index import_job_open on import_job (id) where ended_at is null;

-- The rows still to be worked on, as read: only those that can be items.
create table import_row (
    import_id    uuid  not null references import_job (id) on delete cascade,
    number       int   not null,
    line         int   not null,
    external_key text,
    item         jsonb not null,
    primary key (import_id, number)
);

create table import_error (
    import_id   uuid   not null references import_job (id) on delete cascade,
    id          bigint generated always as identity,
    line        int    not null,
    column_name text,
    code        text   not null,
    message     text   not null,
    primary key (import_id, line, id)
);

-- Under which key another tool knows an item.
create table item_external_key (
    product_id   uuid not null,
    system       text not null,
    external_key text not null,
    item_id      uuid not null,
    primary key (product_id, system, external_key)
);
