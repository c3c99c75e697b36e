-- What this service knows of products and their members: projections of backlog-service's events.
create table product (
    id      uuid    primary key,
    epoch   int     not null,
    version bigint  not null,
    key     text,
    name    text,
    status  text,
    deleted boolean not null
);
create unique index product_key on product (key) where not deleted;

create table membership (
    id         uuid    primary key,
    epoch      int     not null,
    version    bigint  not null,
    product_id uuid    not null,
    subject    text,
    roles      text[]  not null default '{}',
    deleted    boolean not null
);
create index membership_by_product on membership (product_id, subject);
