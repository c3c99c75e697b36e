-- People who ask. The one place that holds their names and addresses; events hold the id.
create table contact (
    id          uuid        primary key,
    product_id  uuid        not null,
    version     bigint      not null,
    name        text,
    email       text,
    customer_id uuid        references customer (id),
    created_at  timestamptz not null
);
create index contact_by_email on contact (product_id, lower(email)) where email is not null;
create index contact_by_customer on contact (customer_id);

create table contact_external_id (
    product_id  uuid not null,
    system      text not null,
    external_id text not null,
    contact_id  uuid not null references contact (id),
    primary key (product_id, system, external_id)
);
create index external_id_by_contact on contact_external_id (contact_id);
