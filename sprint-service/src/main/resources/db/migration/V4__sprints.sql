-- A sprint of a team. What it is measured by (planned and completed points, the calendar of its days)
-- is kept here when it starts and ends: later changes of items and teams do not reach it.
create table sprint (
    id               uuid        primary key,
    product_id       uuid        not null,
    team_id          uuid        not null references team (id),
    name             text        not null check (char_length(name) between 1 and 100),
    goal             text,
    start_date       date,
    end_date         date,
    status           text        not null,
    time_zone        text,
    working_days     text[],
    started_at       timestamptz,
    ended_at         timestamptz,
    planned_points   numeric,
    planned_items    int,
    completed_points numeric,
    completed_items  int,
    recorded_at      timestamptz not null, -- the time of its last ledger entry: the next one is later
    created_at       timestamptz not null,
    version          bigint      not null
);
-- Of two starts at once, exactly one wins.
create unique index sprint_active on sprint (team_id) where status = 'ACTIVE';
create index sprint_of_product on sprint (product_id, id);
create index sprint_of_team on sprint (team_id, status, id);

-- Work on an item, in a sprint or outside one: one row and one version for life. Which version of the
-- item it has reacted to last is kept, so that an old event that arrives again does nothing.
create table work (
    item_id      uuid   primary key,
    product_id   uuid   not null,
    status       text   not null,
    sprint_id    uuid   references sprint (id),
    team_id      uuid   references team (id),
    assignee     text,
    item_epoch   int    not null,
    item_version bigint not null,
    version      bigint not null
);

-- An item's stay in a sprint. It ends (left_at), it is never deleted: a closed sprint keeps what was in it.
create table sprint_item (
    id            uuid        primary key,
    sprint_id     uuid        not null references sprint (id),
    item_id       uuid        not null,
    estimate      numeric,
    done_estimate numeric,
    done          boolean     not null,
    planned       boolean     not null,
    carried       int         not null,
    entered_at    timestamptz not null,
    left_at       timestamptz,
    outcome       text,
    last_status   text,
    last_assignee text
);
create unique index sprint_item_open on sprint_item (item_id) where left_at is null;
create index sprint_item_of_sprint on sprint_item (sprint_id);

-- The ledger: append-only by right. Its times rise strictly per sprint; `effect` is what an entry adds to
-- the remaining points.
create table ledger_entry (
    sprint_id       uuid        not null references sprint (id),
    at              timestamptz not null,
    kind            text        not null,
    item_id         uuid,
    estimate_from   numeric,
    estimate_to     numeric,
    effect          numeric     not null,
    other_sprint_id uuid,
    reason          text,
    actor           text        not null,
    occurred_at     timestamptz not null,
    cause           uuid,
    primary key (sprint_id, at)
);
-- A foreign event moves an item once.
create unique index ledger_entry_cause on ledger_entry (item_id, cause) where cause is not null;
revoke update, delete, truncate on ledger_entry from ${app};

create index item_by_key on item (key);
