-- What sprint-service says of the work on items. `status` is as of the newest event that was not the end of a
-- sprint, which has its own (epoch, version): an entry never falls back because a sprint ended.
create table work (
    id             uuid    primary key,
    epoch          int     not null,
    version        bigint  not null,
    product_id     uuid    not null,
    status         text    not null,
    status_epoch   int     not null,
    status_version bigint  not null,
    deleted        boolean not null
);

-- What backlog-service says of releases.
create table release (
    id          uuid        primary key,
    epoch       int         not null,
    version     bigint      not null,
    product_id  uuid        not null,
    name        text,
    status      text,
    item_ids    uuid[]      not null,
    released_at timestamptz,
    deleted     boolean     not null
);
create index released_item on release using gin (item_ids) where status = 'RELEASED' and not deleted;

-- Merged entries are one family: they share the root, whose links and voices are those of all of them.
-- `decision` is what somebody decided about an entry (DECLINED, SPAM); the status is kept with the entry and derived
-- by the view below, never typed.
alter table feedback
    add column merged_into    uuid references feedback (id),
    add column root_id        uuid,
    add column decision       text,
    add column reason         text,
    add column status         text   not null default 'NEW',
    add column status_version bigint not null default 0;
update feedback set root_id = id;
alter table feedback alter column root_id set not null;
create index feedback_by_root on feedback (root_id);
create index feedback_by_parent on feedback (merged_into) where merged_into is not null;
create index feedback_by_status on feedback (product_id, status, id);

-- How far an item is, for those who ask for it.
create function item_standing(item_id uuid) returns text language sql stable as $$
    select case
        when exists (select from release r
            where r.item_ids @> array [item_standing.item_id] and r.status = 'RELEASED' and not r.deleted) then 'RELEASED'
        when exists (select from item i
            where i.id = item_standing.item_id and (i.deleted or i.status in ('DROPPED', 'DUPLICATE'))) then 'DROPPED'
        else coalesce((select w.status from work w where w.id = item_standing.item_id and not w.deleted), 'NONE')
    end
$$;

-- The status of feedback, in its one place (domain.md, "Feedback status").
create view feedback_standing as
select f.id,
    case
        when f.merged_into is not null then 'MERGED'
        when f.decision is not null then f.decision
        when solved.items = 0 then case when f.triaged then 'TRIAGED' else 'NEW' end
        when solved.released = solved.items then 'SHIPPED'
        when solved.begun then 'IN_PROGRESS'
        when solved.planned then 'PLANNED'
        else 'LINKED'
    end as status
from feedback f
cross join lateral (
    select count(*) as items, count(*) filter (where standing = 'RELEASED') as released,
        bool_or(standing in ('RELEASED', 'DONE', 'IN_PROGRESS')) as begun, bool_or(standing = 'SELECTED') as planned
    from (
        select item_standing(l.item_id) as standing from feedback m join link l on l.feedback_id = m.id
        where m.root_id = f.id and l.kind = 'SOLVES' and not l.removed) linked
    where standing <> 'DROPPED') solved;

-- Entries that were there before: their status becomes known without an event, as that of a new one.
update feedback f set status = s.status from feedback_standing s where s.id = f.id and f.status <> s.status;
