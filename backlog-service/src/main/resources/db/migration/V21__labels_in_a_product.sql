-- Labels with their product: what others call the same must cost a product nothing.
create function labels_in(product uuid, labels text[]) returns text[]
    language sql immutable strict parallel safe
    return array(select product::text || ' ' || label from unnest(labels) as label);
