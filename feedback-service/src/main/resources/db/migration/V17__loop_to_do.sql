-- The worker looks for a loop to go on with twice a second, and a metric for the oldest one.
create index concurrently loop_to_do on loop (due_at, release_id) where status in ('OPENING', 'SENDING');
