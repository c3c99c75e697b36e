-- How often a batch was begun, counted before it begins: a record that ends the process is found by it. `tries` counts
-- for the batch that begins at `tried` only; up to the offset `careful_until` at most `batch` records are taken at once.
alter table consumed
    add column tried bigint,
    add column tries int not null default 0,
    add column batch int,
    add column careful_until bigint;
