-- Which item an entry was promoted to: once, for good. The item's id is minted here, before there is an item.
create table promotion (
    feedback_id uuid primary key references feedback (id),
    item_id     uuid not null unique
);
