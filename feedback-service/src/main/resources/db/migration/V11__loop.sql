alter table contact add column opt_out boolean not null default false;

-- Whether people are told by themselves (AUTOMATIC, the default without a row) or when somebody says so (MANUAL).
create table loop_settings (
    product_id uuid   primary key,
    version    bigint not null,
    mode       text   not null
);

-- That a release was answered: one row per release is why nobody is told twice.
create table loop (
    release_id uuid        primary key,
    product_id uuid        not null,
    version    bigint      not null,
    mode       text        not null,
    opened_at  timestamptz not null
);

-- One message to one person about one release. Whoever sends it has claimed it until a moment; `attempt` counts the
-- claims and tells an old one from the newest. Version 0: nothing was announced of it yet.
create table delivery (
    id            uuid        primary key,
    product_id    uuid        not null,
    release_id    uuid        not null references loop (release_id),
    contact_id    uuid        not null references contact (id),
    version       bigint      not null default 0,
    status        text        not null,
    text          text,
    attempt       int         not null default 0,
    due_at        timestamptz not null,
    claimed_until timestamptz,
    settled_at    timestamptz,
    failure       text,
    unique (release_id, contact_id)
);
create index delivery_by_release on delivery (release_id, id);
create index delivery_due on delivery (due_at, id) where status in ('PENDING', 'RETRY');
create index delivery_claimed on delivery (claimed_until) where status = 'SENDING';

-- Which of their entries a person has been told of: once per entry, whatever is released, merged or rolled back.
create table told (
    contact_id  uuid not null references contact (id),
    feedback_id uuid not null references feedback (id),
    delivery_id uuid not null references delivery (id),
    primary key (contact_id, feedback_id)
);
create index told_by_delivery on told (delivery_id, feedback_id);
create index told_by_feedback on told (feedback_id, delivery_id);

-- As V10 says it, and CLOSED: SHIPPED, and every delivery of it is final.
create or replace view feedback_standing as
select f.id,
    case
        when f.merged_into is not null then 'MERGED'
        when f.decision is not null then f.decision
        when solved.items = 0 then case when f.triaged then 'TRIAGED' else 'NEW' end
        when solved.released = solved.items then case
            when exists (
                select from feedback m join told t on t.feedback_id = m.id join delivery d on d.id = t.delivery_id
                where m.root_id = f.id and d.status in ('HELD', 'PENDING', 'SENDING', 'RETRY')) then 'SHIPPED'
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
