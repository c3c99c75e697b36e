-- Which items an entry is about. A removed link keeps its row and version.
create table link (
    id          uuid        primary key,
    product_id  uuid        not null,
    feedback_id uuid        not null references feedback (id),
    item_id     uuid        not null,
    version     bigint      not null,
    kind        text        not null,
    importance  int,
    removed     boolean     not null,
    unique (feedback_id, item_id)
);
create index link_by_item on link (item_id);
