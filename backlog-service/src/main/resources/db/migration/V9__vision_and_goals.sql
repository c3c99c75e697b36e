-- What a product is to reach next. The partial index is the rule of one active goal; before it, an
-- advisory lock names the goal that is in the way.
create table goal (
    id           uuid        primary key,
    product_id   uuid        not null,
    title        text        not null,
    description  text,
    target_date  date,
    measure      text,
    status       text        not null,
    created_at   timestamptz not null,
    created_by   text        not null,
    activated_at timestamptz,
    ended_at     timestamptz,
    -- Why it was abandoned.
    reason       text,
    version      bigint      not null
);
create index goal_by_product on goal (product_id, id);
create unique index one_active_goal on goal (product_id) where status = 'ACTIVE';

-- The vision of a product: what is published, and what is being drafted. Superseded ones are in the
-- record of change. No row before anybody has written one.
create table vision (
    product_id   uuid        primary key,
    published    jsonb,
    published_at timestamptz,
    published_by text,
    draft        jsonb,
    drafted_at   timestamptz,
    drafted_by   text,
    version      bigint      not null
);

-- What an item is for. No foreign key: goals are never deleted.
alter table item add column goal_id uuid;
create index item_by_goal on item (goal_id) where goal_id is not null;
