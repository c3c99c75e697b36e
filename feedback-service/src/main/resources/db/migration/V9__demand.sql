-- How much each item is asked for, as of a day; later days follow by decay. Version 0: never announced.
create table demand (
    item_id         uuid           primary key,
    product_id      uuid           not null,
    version         bigint         not null,
    companies       numeric(24, 6) not null,
    individuals     numeric(24, 6) not null,
    individuals_cap numeric(24, 6) not null,
    half_life       int            not null,
    as_of           date           not null,
    company_count   int            not null,
    person_count    int            not null
);
