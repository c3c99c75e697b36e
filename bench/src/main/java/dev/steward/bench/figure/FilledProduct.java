package dev.steward.bench.figure;

import dev.steward.bench.Product;
import dev.steward.bench.SystemUnderTest;
import java.util.concurrent.ThreadLocalRandom;

/// A product with so many items as nobody would create one by one: written by SQL, each with a rank
/// of its number and a score.
///
/// @param items how many
record FilledProduct(Product product, int items) {

    private static final String FILL =
            """
            insert into item (id, product_id, number, key, type, title, acceptance_criteria, labels, estimate, value,
                time_criticality, status, version, created_at, created_by)
            select uuidv7(), '%1$s', n, '%2$s-' || n, case when n %% 10 = 0 then 'BUG' else 'STORY' end, 'Item ' || n,
                '[]', case when n %% 100 = 0 then '{rare}' when n %% 5 = 0 then '{common}' else '{}' end::text[],
                1 + n %% 13, n * 7919 %% 21, n * 104729 %% 21, case when n %% 5 = 0 then 'READY' else 'NEW' end, 1,
                now() - (%3$d - n) * interval '1 second', 'olivia'
            from generate_series(1::bigint, %3$d) n;
            insert into item_rank (item_id, product_id, rank)
            select id, product_id, (
                select string_agg(substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
                    1 + cast(number / cast(62 ^ e as bigint) %% 62 as int), 1), '' order by e desc)
                from generate_series(0, 6) e) || 'V'
            from item where product_id = '%1$s';
            insert into item_score (item_id, product_id, score, sort_score, coverage, telling, model_version, day, version)
            select id, product_id, number * 7919 %% 1000 / 1000.0, number * 7919 %% 1000 / 1000.0, 1, false, 0,
                cast(now() at time zone 'utc' as date), 1
            from item where product_id = '%1$s';
            select setval('item_number_' || replace('%1$s', '-', ''), %3$d);
            """;

    static FilledProduct in(SystemUnderTest steward, int items) {
        var product = steward.product();
        steward.sql().run(FILL.formatted(product.id(), product.key(), items));
        return new FilledProduct(product, items);
    }

    String path(String rest) {
        return "/products/" + product.id() + rest;
    }

    /// The key of any of its items.
    String anyItem() {
        return product.key() + "-" + ThreadLocalRandom.current().nextInt(1, items + 1);
    }
}
