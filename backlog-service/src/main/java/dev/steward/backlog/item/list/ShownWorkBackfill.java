package dev.steward.backlog.item.list;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Fills the column `shows_work` of items that are older than it: in bounded steps, until none is
/// left.
@ApplicationScoped
class ShownWorkBackfill {

    private static final int MAX_ITEMS_AT_ONCE = 1_000;

    /// Locks the rows until the step ends, so that they stay true.
    private static final String UNMARKED_BY_WORK =
            """
            select w.id from item_work w join item i on i.id = w.id
            where w.status <> 'NONE' and not i.shows_work order by w.id limit :most for share of w
            """;

    private static final String UNMARKED_BY_RELEASE =
            """
            select x.item_id from item_release x join item i on i.id = x.item_id
            where x.status = 'RELEASED' and not i.shows_work order by x.item_id limit :most for share of x
            """;

    private static final String MARK =
            """
            update item set shows_work = true where not shows_work and id in (
                select id from item where id = any (:items) order by id for no key update)
            """;

    private final Database database;
    private volatile boolean done;

    ShownWorkBackfill(Database database) {
        this.database = database;
    }

    @Scheduled(
            every = "1m",
            delayed = "20s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void fill() {
        done = done || !step();
    }

    /// @return whether there may be more
    @Transactional
    boolean step() {
        return mark(UNMARKED_BY_WORK) || mark(UNMARKED_BY_RELEASE);
    }

    private boolean mark(String unmarked) {
        var items =
                database.query(
                        unmarked,
                        query -> query.bind("most", MAX_ITEMS_AT_ONCE).mapTo(UUID.class).list());
        return !items.isEmpty()
                && database.update(MARK, update -> update.bind("items", SqlArray.uuids(items))) > 0;
    }
}
