-- Answers to POSTs with an Idempotency-Key, kept 24 hours; written in the transaction of the effect.
create table idempotency (
    caller          text        not null,
    method          text        not null,
    path            text        not null,
    key             text        not null,
    body_hash       bytea       not null,
    status          int         not null,
    location        text,
    etag            text,
    steward_version text,
    body            text,
    created_at      timestamptz not null default now(),
    primary key (caller, method, path, key)
);
create index idempotency_age on idempotency (created_at);
