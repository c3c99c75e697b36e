-- What this service knows of items: a projection of backlog-service's events. A deleted item keeps
-- its row and version, so that a late record of it brings nothing back.
create table item (
    id            uuid    primary key,
    epoch         int     not null,
    version       bigint  not null,
    product_id    uuid    not null,
    key           text,
    title         text,
    type          text,
    status        text,
    estimate      numeric,
    failing_rules text[]  not null default '{}',
    open_criteria int     not null default 0,
    deleted       boolean not null
);
create index item_by_product on item (product_id);
