-- Work on a whole product that takes longer than a request may: who asked for what, and how far it has come. Its
-- row is the lock of whoever works on it, for one step at a time.
create table job (
    id             uuid        primary key,
    product_id     uuid        not null,
    product_key    text        not null,
    kind           text        not null,
    status         text        not null,
    -- What is to be done next, in the words of its kind.
    step           text        not null,
    -- Where the next step begins, in the words of its kind.
    position       bigint      not null default 0,
    -- What was asked for, in the words of its kind.
    request        text        not null check (request is json),
    -- Items to work on, and how many of them are done.
    total          int         not null default 0,
    done           int         not null default 0,
    -- How many of them have changed.
    changed        int         not null default 0,
    -- The version that it led to: of the order, or of the scoring model.
    result_version bigint,
    failure_code   text,
    failure        text,
    -- The provenance of the request, for the events.
    actor          text        not null,
    on_behalf_of   text,
    request_id     text,
    traceparent    text,
    created_at     timestamptz not null,
    ended_at       timestamptz,
    version        bigint      not null
);
create index job_open on job (id) where ended_at is null;
create index job_ended on job (ended_at) where ended_at is not null;

-- The ranks of an order that is being applied, until readers see them and others have been told of them.
create table order_change (
    job_id    uuid    not null,
    -- In the new order, from 1.
    place     int     not null,
    item_id   uuid    not null,
    from_rank text    collate "C" not null,
    to_rank   text    collate "C" not null,
    made_room boolean not null,
    primary key (job_id, place)
);

-- The job that applies another order: nobody moves anything meanwhile.
alter table product_order add column job_id uuid;

-- Scores by the model that is to be the next, until readers see them all at once.
create table next_item_score (
    job_id   uuid           not null,
    item_id  uuid           not null,
    score    numeric(20, 6),
    coverage numeric(7, 6)  not null,
    telling  boolean        not null,
    day      date           not null,
    primary key (job_id, item_id)
);

-- The model that is to be the next, and the job that scores by it.
alter table scoring_model add column next_definition text;
alter table scoring_model add column job_id uuid;
