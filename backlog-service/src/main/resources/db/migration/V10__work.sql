-- What this service knows of the work on items: a projection of sprint-service's events. The status that
-- an item shows follows from its own and from this one; it is stored nowhere.
create table item_work (
    id         uuid    primary key,
    epoch      int     not null,
    version    bigint  not null,
    product_id uuid    not null,
    status     text    not null,
    sprint_id  uuid,
    team_id    uuid,
    assignee   text,
    deleted    boolean not null
);
-- Lists of what is selected, in progress or done start here.
create index item_work_by_status on item_work (product_id, status) where status <> 'NONE';
