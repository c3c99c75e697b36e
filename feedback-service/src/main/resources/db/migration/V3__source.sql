-- Where feedback comes from. The built-in one, `direct`, is made with the first entry that a person posts.
create table source (
    id              uuid        primary key,
    product_id      uuid        not null,
    version         bigint      not null,
    name            text        not null,
    system          text        not null,
    scopes          text[]      not null,
    emails_verified boolean     not null,
    built_in        boolean     not null default false,
    created_at      timestamptz not null
);
create index source_by_product on source (product_id, id);
create unique index one_built_in_source on source (product_id) where built_in;

-- Several keys per source, so that two can live while one is replaced. Only the hash is kept.
create table source_key (
    id          uuid        primary key,
    source_id   uuid        not null references source (id),
    secret_hash bytea       not null,
    created_at  timestamptz not null
);
create index key_by_source on source_key (source_id);
