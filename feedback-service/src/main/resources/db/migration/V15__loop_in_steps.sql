-- A loop is opened in bounded steps by a worker. An older instance still opens one at once: OPEN is its default.
-- OPENING until every person has their delivery, SENDING while held ones are let go, STOPPED when the release was rolled
-- back before all were made. `step` is what the worker does next and `place` the last id that it is done with there;
-- `due_at` puts off a loop whose step failed. The last four tell who caused it.
alter table loop
    add column status       text        not null default 'OPEN',
    add column step         text        not null default 'SHIPPING',
    add column place        uuid,
    add column due_at       timestamptz not null default '1970-01-01T00:00:00Z',
    add column failures     int         not null default 0,
    add column on_behalf_of text,
    add column request_id   text,
    add column cause_id     uuid,
    add column traceparent  text;

-- Which entries ship by a release, with all of their families; fixed in the transaction that applies it. `gathered_to`
-- is the last voter of the entry that stands in `loop_asker`, `gathered` says that all do.
create table loop_entry (
    release_id  uuid    not null,
    feedback_id uuid    not null,
    root_id     uuid    not null,
    gathered_to uuid,
    gathered    boolean not null default false,
    primary key (release_id, feedback_id)
);
create index loop_entry_to_gather on loop_entry (release_id, feedback_id) where not gathered;
create index loop_entry_by_root on loop_entry (root_id, release_id);

-- Who spoke in which of these entries, by person; a row goes when the person has their delivery. A work table.
create table loop_asker (
    release_id  uuid not null,
    contact_id  uuid not null,
    feedback_id uuid not null,
    root_id     uuid not null,
    primary key (release_id, contact_id, feedback_id)
);

-- Entries whose status has to be derived anew, where news of an item moves more of them than one transaction takes.
create table standing_due (
    feedback_id uuid primary key,
    product_id  uuid not null
);

-- As V11 says it; an entry is not CLOSED while people are still to get their deliveries.
create or replace view feedback_standing as
select f.id,
    case
        when f.merged_into is not null then 'MERGED'
        when f.decision is not null then f.decision
        when solved.items = 0 then case when f.triaged then 'TRIAGED' else 'NEW' end
        when solved.released = solved.items then case
            when exists (
                select from feedback m join told t on t.feedback_id = m.id join delivery d on d.id = t.delivery_id
                where m.root_id = f.id and d.status in ('HELD', 'PENDING', 'SENDING', 'RETRY'))
            or exists (
                select from loop_entry e join loop o on o.release_id = e.release_id
                where e.root_id = f.id and o.status = 'OPENING' and o.step <> 'SETTLING') then 'SHIPPED'
            else 'CLOSED' end
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
