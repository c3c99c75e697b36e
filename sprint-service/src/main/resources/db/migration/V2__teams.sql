-- A team of a product. Working days and members are bounded and always replaced as a whole, so they
-- are part of the row: reading or listing teams is one query, writing one is one statement.
create table team (
    id           uuid        primary key,
    product_id   uuid        not null,
    name         text        not null check (char_length(name) between 1 and 100),
    time_zone    text        not null,
    working_days text[]      not null check (cardinality(working_days) between 1 and 7),
    members      jsonb       not null,
    created_at   timestamptz not null,
    version      bigint      not null
);
-- Two teams of a product differ in more than the case of their names; lists are in this order too.
create unique index team_name on team (product_id, lower(name));
