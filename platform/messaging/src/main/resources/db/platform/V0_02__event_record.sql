-- The one record of change: history, audit, asOf and outbox payload at once. Append-only by right:
-- the service's own migration revokes UPDATE and DELETE from the application's role.
create table event (
    id             uuid        primary key,
    product_id     uuid        not null,
    aggregate_type text        not null,
    aggregate_id   uuid        not null,
    version        bigint      not null,
    epoch          int         not null,
    type           text        not null,
    actor          text        not null,
    on_behalf_of   text,
    at             timestamptz not null default clock_timestamp(),
    reason         text,
    change         jsonb       not null,
    state          jsonb,
    request_id     text,
    cause_id       uuid,
    traceparent    text,
    unique (aggregate_type, aggregate_id, version)
);
create index event_by_product on event (product_id, at, id);

-- Pointers to what Kafka has not acknowledged yet. A snapshot (republish) carries its own payload:
-- it is no event and never shows up in history.
create table outbox (
    id       bigint generated always as identity primary key,
    event_id uuid references event (id),
    snapshot jsonb,
    check ((event_id is null) <> (snapshot is null))
);

-- Raised by the owner after a restore from backup: consumers compare (epoch, version).
create table publisher (
    one   boolean primary key default true check (one),
    epoch int     not null
);
insert into publisher (epoch) values (1);

-- Where this service stands in each partition that it reads. Kafka's own copy serves the lag metric only.
create table consumed (
    topic     text   not null,
    partition int    not null,
    next      bigint not null,
    primary key (topic, partition)
);

-- Records that failed alone, with what is needed to replay them.
create table dead_letter (
    id          uuid        primary key,
    topic       text        not null,
    partition   int         not null,
    record_offset bigint    not null,
    record_key  text,
    headers     jsonb       not null,
    payload     text,
    error       text        not null,
    at          timestamptz not null default now(),
    replayed_at timestamptz,
    unique (topic, partition, record_offset)
);
