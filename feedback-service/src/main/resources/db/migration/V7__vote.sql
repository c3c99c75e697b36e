-- One vote per person and entry. A withdrawn one keeps its row and version and goes on from there when
-- it is cast again. Without `voted_at` it is as old as its entry.
create table vote (
    id          uuid        primary key,
    product_id  uuid        not null,
    feedback_id uuid        not null references feedback (id),
    contact_id  uuid        not null references contact (id),
    version     bigint      not null,
    importance  int,
    quote       text,
    voted_at    timestamptz,
    withdrawn   boolean     not null,
    recorded_by text        not null,
    unique (feedback_id, contact_id)
);
create index vote_by_contact on vote (contact_id);
