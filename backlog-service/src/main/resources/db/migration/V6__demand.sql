-- What feedback-service last said of the demand for an item (its id is the item's).
create table demand (
    id              uuid             primary key,
    epoch           int              not null,
    version         bigint           not null,
    deleted         boolean          not null,
    product_id      uuid             not null,
    companies       double precision not null,
    individuals     double precision not null,
    individuals_cap double precision not null,
    -- Days.
    half_life       double precision not null,
    as_of           date             not null,
    company_count   int              not null,
    person_count    int              not null
);
