-- An item of the product backlog, as people edit it. Rank, score, demand and work have their own tables
-- and versions. No foreign key to product: checking it would lock the product's row for every new item.
create table item (
    id                  uuid          primary key,
    product_id          uuid          not null,
    number              bigint        not null,
    key                 text          not null constraint item_key_unique unique,
    type                text          not null,
    title               text          not null,
    description         text,
    acceptance_criteria jsonb         not null,
    labels              text[]        not null,
    estimate            numeric(7, 3),
    value               numeric(5, 3),
    time_criticality    numeric(5, 3),
    risk_reduction      numeric(5, 3),
    reach               numeric(15, 3),
    impact              numeric(3, 2),
    confidence          numeric(4, 3),
    status              text          not null,
    -- Where restoring a dropped item leads.
    status_before       text,
    version             bigint        not null,
    created_at          timestamptz   not null,
    created_by          text          not null,
    constraint item_number_unique unique (product_id, number)
);
-- One index for each documented sort; those by rank and score are with their tables.
create index item_by_creation on item (product_id, created_at, id);
create index item_by_label on item using gin (labels);
