-- An item of the product backlog, as people edit it. Rank, score, demand and work have their own tables
-- and versions. Numbers keep the scale in which they were given: 5 comes back as 5. No foreign key to
-- product: checking it would lock the product's row for every new item.
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
    estimate            numeric,
    value               numeric,
    time_criticality    numeric,
    risk_reduction      numeric,
    reach               numeric,
    impact              numeric,
    confidence          numeric,
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
