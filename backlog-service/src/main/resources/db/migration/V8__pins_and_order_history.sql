-- A manual exception from the order by score: at most one per item.
create table pin (
    id            uuid        primary key,
    product_id    uuid        not null,
    item_id       uuid        not null constraint pin_of_item unique,
    place         text        not null,
    -- Of POSITION, from 1.
    position      int,
    -- Of ABOVE and BELOW.
    other_item_id uuid,
    reason        text        not null,
    -- The last UTC day on which it counts.
    until         date,
    set_at        timestamptz not null,
    set_by        text        not null,
    version       bigint      not null
);
create index pin_by_product on pin (product_id, id);

-- The log of an order is the record itself. These find the reorders of the last days, and those that
-- moved one item: not the ones in which it only made room.
create index event_of_order on event (aggregate_id, at) where aggregate_type = 'order';
create index event_of_moved_item on event
    using gin (jsonb_path_query_array(change, '$.moves[*] ? (!exists(@.madeRoom)).id') jsonb_path_ops)
    where aggregate_type = 'order';
