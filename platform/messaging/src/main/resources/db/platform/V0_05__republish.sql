-- A republish under way: the owner states every living aggregate again, product by product and page by page, and goes
-- on where it was after a restart. `source` and `position` say where in the product; `epoch` is that of its beginning.
create table republish_job (
    id           uuid        primary key,
    only_product uuid,
    epoch        int         not null,
    product_id   uuid,
    source       text,
    position     text,
    snapshots    bigint      not null default 0,
    started_at   timestamptz not null,
    completed_at timestamptz
);

-- The newest epoch of which a publisher has stated everything in a partition.
create table republished_partition (
    publisher text not null,
    partition int  not null,
    epoch     int  not null,
    primary key (publisher, partition)
);

-- What this service projects of a publisher is of this epoch or newer: the rest is gone.
create table projected_epoch (
    publisher text primary key,
    epoch     int  not null
);
