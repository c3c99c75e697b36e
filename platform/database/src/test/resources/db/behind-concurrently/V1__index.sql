create index concurrently thing_behind on thing (id);
