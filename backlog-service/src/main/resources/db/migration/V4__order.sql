-- The order of a product: one row per product that somebody has ordered, and the one lock for moves.
create table product_order (
    product_id    uuid   primary key,
    -- What the people see and name: raised once per request that moves something.
    order_version bigint not null,
    -- The aggregate's: one higher with every event, of which a large request appends several.
    version       bigint not null
);

-- A rank for life. Not a column of the item: a move neither waits for an edit nor looks like one.
create table item_rank (
    item_id    uuid   primary key,
    product_id uuid   not null,
    rank       text   collate "C" not null,
    -- The version of the order's event that brought it here; 0 since birth.
    version    bigint not null default 0,
    -- Deferrable: within one statement two items may trade places.
    constraint item_rank_unique unique (product_id, rank) deferrable initially immediate
);
