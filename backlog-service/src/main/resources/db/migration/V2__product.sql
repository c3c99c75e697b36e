-- The originals of what the other services project: a product and who is what in it.
create table product (
    id          uuid        primary key,
    key         text        not null constraint product_key_unique unique,
    name        text        not null,
    description text,
    status      text        not null,
    version     bigint      not null,
    deleted     boolean     not null default false,
    created_at  timestamptz not null
);

-- A membership is kept for ever per product and person: revoked and granted again it goes on counting.
create table membership (
    id         uuid        primary key,
    product_id uuid        not null references product (id),
    subject    text        not null,
    roles      text[]      not null,
    version    bigint      not null,
    deleted    boolean     not null default false,
    granted_at timestamptz not null,
    constraint membership_of_person unique (product_id, subject)
);
create index membership_by_person on membership (subject, product_id) where not deleted;
-- The rule "exactly one owner" is Staffing's; here it is only impossible to break it.
create unique index product_owner on membership (product_id) where roles @> '{OWNER}' and not deleted;

-- Numbers of items: a sequence per product, because a row that is counted up would be locked until its
-- transaction ends and make the writers of a product queue. A sequence hands out rising numbers without
-- waiting; a transaction that is rolled back leaves a gap. The application may create exactly these.
create function begin_item_numbers(product uuid) returns text
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    numbers text := 'item_number_' || replace(product::text, '-', '');
begin
    execute format('create sequence %I', numbers);
    return numbers;
end
$$;

create function next_item_number(product uuid) returns bigint
    language sql volatile
as $$
    select nextval(('item_number_' || replace(product::text, '-', ''))::regclass)
$$;

revoke execute on function begin_item_numbers(uuid) from public;
grant execute on function begin_item_numbers(uuid) to ${app};
