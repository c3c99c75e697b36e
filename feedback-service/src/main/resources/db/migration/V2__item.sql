-- What feedback knows of the items of backlog-service: a projection, so without foreign keys.
create table item (
    id         uuid    primary key,
    epoch      int     not null,
    version    bigint  not null,
    product_id uuid    not null,
    key        text,
    title      text,
    status     text,
    deleted    boolean not null
);
-- Not unique: the owner keeps keys apart, a projection must not fail on what it is told.
create index item_by_key on item (key);
