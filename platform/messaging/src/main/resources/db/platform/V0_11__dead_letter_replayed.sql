-- Those that wait are counted every few seconds, and those that were replayed long ago are forgotten.
create index concurrently dead_letter_replayed on dead_letter (replayed_at);
