-- Companies. An unconfirmed one was only named by an entry: it weighs 1 and has no revenue.
create table customer (
    id             uuid        primary key,
    product_id     uuid        not null,
    version        bigint      not null,
    name           text        not null,
    segment        text,
    annual_revenue numeric(17, 2),
    confirmed      boolean     not null,
    created_at     timestamptz not null
);
create index customer_by_product on customer (product_id, id);

create table customer_external_id (
    product_id  uuid   not null,
    system      text   not null,
    external_id text   not null,
    customer_id uuid   not null references customer (id),
    position    bigint generated always as identity,
    primary key (product_id, system, external_id)
);
create index external_id_by_customer on customer_external_id (customer_id);

create table customer_domain (
    product_id  uuid not null,
    domain      text not null,
    customer_id uuid not null references customer (id),
    primary key (product_id, domain)
);
create index domain_by_customer on customer_domain (customer_id);
