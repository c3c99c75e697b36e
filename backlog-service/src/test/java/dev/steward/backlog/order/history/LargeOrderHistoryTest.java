package dev.steward.backlog.order.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.backlog.Backlog;
import dev.steward.backlog.Backlogs;
import dev.steward.platform.database.Database;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The history of an order to which a proposal of 200,000 moves was applied: 200 events.
@QuarkusTest
class LargeOrderHistoryTest {

    private static final int PARTS = 200;

    /// Blocks of tables, indexes and long values. Reading all parts takes twelve thousand.
    private static final int MAX_BLOCKS = 3_000;

    @Inject Backlogs backlogs;

    @Inject OrderHistoryQuery history;

    @Inject Database database;

    private Backlog backlog;

    @BeforeEach
    void apply() {
        backlog = backlogs.withItems(1);
        record("'MOVE'", 1, 10, 1);
        record("'PROPOSAL'", 11, PARTS, 1_000);
    }

    @Test
    void readsItsFirstPartOnly() {
        var entries = bounded(() -> history.page(backlog.product(), null, Long.MAX_VALUE, 50));

        assertThat(entries)
                .extracting(OrderHistoryQuery.Entry::version)
                .containsExactly(11L, 10L, 9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(entries.getFirst().reorder().count()).isEqualTo(200_000);
    }

    private <T> T bounded(Supplier<T> reading) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    var before = blocks();
                    var found = reading.get();
                    assertThat(blocks() - before).isLessThan(MAX_BLOCKS);
                    return found;
                });
    }

    private long blocks() {
        return database.query(
                """
                select cast(sum(pg_stat_get_xact_blocks_fetched(oid)) as bigint) from pg_class
                where relkind in ('r', 'i', 't')
                """,
                query -> query.mapTo(Long.class).one());
    }

    /// Moves that compress as badly as real ones.
    private void record(String kind, int first, int events, int moves) {
        QuarkusTransaction.requiringNew()
                .timeout(60)
                .run(() ->
                        database.update(
                                """
                                insert into event (id, product_id, aggregate_type, aggregate_id, version, epoch,
                                    type, actor, change, state)
                                select gen_random_uuid(), :product, 'order', :product, n, 1,
                                    'steward.backlog.order.changed.v1', 'x',
                                    jsonb_build_object('kind', %1$s,
                                        'part', case when %1$s = 'MOVE' then 1 else n - :first + 1 end,
                                        'parts', :events, 'count', cast(:events as int) * :moves, 'moves', (
                                            select jsonb_agg(jsonb_build_object('id', gen_random_uuid(),
                                                'from', md5(n || ' ' || m), 'to', md5(m || ' ' || n)))
                                            from generate_series(1, :moves) m)),
                                    jsonb_build_object('orderVersion', n)
                                from generate_series(:first, :first + :events - 1) n
                                """
                                        .formatted(kind),
                                update ->
                                        update.bind("product", backlog.product())
                                                .bind("first", first)
                                                .bind("events", events)
                                                .bind("moves", moves)));
    }
}
