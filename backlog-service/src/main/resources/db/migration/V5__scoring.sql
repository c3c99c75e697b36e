-- The model that a product's people have chosen. No row: the one it was born with, at version 0, so
-- that a product needs no row here and its first change is version 1.
create table scoring_model (
    product_id uuid   primary key,
    version    bigint not null,
    definition text   not null check (definition is json object)
);

-- What the model says of each item, kept for sorting. Own table and own version: a score is no part of
-- the item. No foreign key: scores are also written under the lock of the product's model alone, and a
-- key's check would wait there for whoever edits the item.
create table item_score (
    item_id       uuid           primary key,
    product_id    uuid           not null,
    -- Null: too little is known. 14 digits before the point: reach has no upper end.
    score         numeric(20, 6),
    -- No score sorts last.
    sort_score    numeric(20, 6) not null default -1,
    coverage      numeric(7, 6)  not null,
    -- Demand of fewer than three companies is part of it: shown with 2 decimals to those who may not
    -- know what a company is worth.
    telling       boolean        not null,
    model_version bigint         not null,
    -- The UTC day whose demand counts.
    day           date           not null,
    version       bigint         not null
);
create index item_score_sorted on item_score (product_id, sort_score desc, item_id);
-- Finds what lags behind its model or its day with one look per product.
create index item_score_lag on item_score (product_id, model_version, day);

-- Counts the events that tell of moved scores.
create table product_scores (
    product_id uuid   primary key,
    version    bigint not null
);
