-- The log of an order shows a large change once, by its first part: the others, of a thousand moves each, are never read.
create index concurrently event_of_reorder on event (aggregate_id, version)
    where aggregate_type = 'order' and change ->> 'kind' <> 'SPREAD' and change ->> 'part' = '1';
