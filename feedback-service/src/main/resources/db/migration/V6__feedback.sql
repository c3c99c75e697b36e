-- Feedback entries. `recorded_by` is who brought it in: a member's subject or `source:<id>`.
-- The status is derived from the links whenever it is read, never stored.
create table feedback (
    id                uuid        primary key,
    product_id        uuid        not null,
    version           bigint      not null,
    source_id         uuid        not null references source (id),
    external_id       text,
    title             text        not null,
    text              text        not null,
    kind              text        not null,
    url               text,
    attributes        jsonb       not null,
    submitted_at      timestamptz not null,
    source_updated_at timestamptz,
    contact_id        uuid        references contact (id),
    triaged           boolean     not null,
    recorded_by       text        not null,
    unique (source_id, external_id)
);
create index feedback_by_product on feedback (product_id, id);
create index feedback_by_contact on feedback (contact_id);
create index feedback_by_recorder on feedback (product_id, recorded_by, id);
