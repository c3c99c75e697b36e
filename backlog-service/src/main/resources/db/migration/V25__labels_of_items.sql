-- The labels of items, a row each: a list that is narrowed to a label reads the first of these and stops, however many
-- items of this product or of others have the label. (A GIN index is read to its end, or passed over for the whole table.)
-- Only a help for lists, and kept by the database, so that an older version keeps it too. Writers wait while the rows of
-- the items that are there are written: two seconds for 200,000 items.
create table item_label (
    product_id uuid not null,
    label      text not null,
    item_id    uuid not null,
    primary key (product_id, label, item_id)
);

create function keep_labels_of_item() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        delete from item_label
        where product_id = old.product_id and label = any (old.labels) and item_id = old.id;
    end if;
    if tg_op <> 'DELETE' then
        insert into item_label (product_id, label, item_id)
        select distinct new.product_id, label, new.id from unnest(new.labels) as label;
    end if;
    return null;
end $$;

create trigger item_gets_labels after insert on item
    for each row when (new.labels <> '{}') execute function keep_labels_of_item();
create trigger item_changes_labels after update of labels on item
    for each row when (old.labels is distinct from new.labels) execute function keep_labels_of_item();
create trigger item_loses_labels after delete on item
    for each row when (old.labels <> '{}') execute function keep_labels_of_item();

insert into item_label (product_id, label, item_id)
select distinct product_id, label, id from item, unnest(labels) as label;

drop index item_by_label;
