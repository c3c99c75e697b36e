-- How often the next piece of an import or a job was begun, and how small it is to be: counted before it begins, so
-- that what ends the process is found too. A row is there only while something was begun or has failed.
create table work_try (
    -- The import or the job.
    work_id uuid   primary key,
    -- Since anything succeeded: tries that took too long, and tries without any end.
    tries   int    not null,
    begun   int    not null,
    -- How often the piece was halved, and the position from which on it may be whole again.
    halved  int    not null,
    until   bigint not null
);
