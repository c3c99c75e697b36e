-- What goes out together. The ids are what it contains, in the order in which people named them; they
-- stay when it is rolled back.
create table release (
    id          uuid        primary key,
    product_id  uuid        not null,
    name        text        not null,
    status      text        not null,
    item_ids    uuid[]      not null,
    released_at timestamptz,
    version     bigint      not null,
    created_at  timestamptz not null,
    constraint release_with_status unique (id, status)
);
create index release_by_product on release (product_id, id);

-- Which release an item is in: one at most, not counting those that were rolled back. The status is the
-- release's, and the key keeps it so: lists of items are filtered by it.
create table item_release (
    item_id    uuid primary key,
    product_id uuid not null,
    release_id uuid not null,
    status     text not null check (status in ('PLANNED', 'RELEASED')),
    constraint item_release_has_its_status foreign key (release_id, status)
        references release (id, status) on update cascade
);
create index item_release_by_release on item_release (release_id, status);
create index item_release_out on item_release (product_id) where status = 'RELEASED';
