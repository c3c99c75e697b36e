package dev.steward.feedback.status;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import dev.steward.platform.messaging.background.BackgroundThreads;
import dev.steward.platform.messaging.background.StepWorker;
import dev.steward.platform.messaging.store.EventContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;

/// Updates the status of more entries than one transaction takes. When an item changes for which
/// very many entries ask, they are queued, and a worker processes them in steps. The status is
/// calculated from the current data, so it does not matter when, how often or by whom.
@ApplicationScoped
public class DueStatusUpdates {

    /// Number of entries per transaction.
    public static final int BATCH_SIZE = 500;

    private static final String ENQUEUE =
            """
            insert into standing_due (feedback_id, product_id)
            select distinct m.root_id, m.product_id from link l join feedback m on m.id = l.feedback_id
            where l.item_id = any (:items) and l.kind = 'SOLVES' and not l.removed
            order by 1 on conflict do nothing
            """;
    private static final String PAGE =
            """
            select feedback_id, product_id from standing_due where feedback_id > :position order by feedback_id limit :limit
            """;
    private static final String LOCK_QUEUED =
            """
            select feedback_id from standing_due where feedback_id = any (:ids)
            order by feedback_id for update skip locked
            """;
    private static final String DELETE = "delete from standing_due where feedback_id = any (:ids)";

    private static final EventContext BY = EventContext.system("standing");
    private static final UUID START = new UUID(0, 0);

    private record Due(UUID feedbackId, UUID productId) {}

    private final Database database;
    private final FeedbackStatuses statuses;
    private final BackgroundThreads threads;
    private final StepWorker worker = new StepWorker("feedback-status", this::step);

    /// The last id that is done or has failed alone: the worker continues after it.
    private UUID position = START;

    private int batchSize = BATCH_SIZE;

    DueStatusUpdates(Database database, FeedbackStatuses statuses, BackgroundThreads threads) {
        this.database = database;
        this.statuses = statuses;
        this.threads = threads;
    }

    void start(@Observes @Priority(Integer.MAX_VALUE) StartupEvent started) {
        worker.start(threads);
    }

    void stop(@Observes @Priority(1) ShutdownEvent stopping) throws InterruptedException {
        worker.stop();
    }

    /// Queues all entries that ask for these items.
    @Transactional(Transactional.TxType.MANDATORY)
    public void enqueue(Collection<UUID> items) {
        database.update(ENQUEUE, update -> update.bind("items", SqlArray.uuids(items)));
    }

    /// Processes one page. After a failure half of it is tried; an entry that fails alone is left
    /// for the next round, so that it does not block others.
    ///
    /// @return whether there may be more to do at once
    boolean step() {
        var page = page();
        if (page.isEmpty()) {
            position = START;
            return false;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> recalculate(page));
        } catch (RuntimeException e) {
            if (page.size() > 1) {
                batchSize = page.size() / 2;
                return true;
            }
            position = page.getLast().feedbackId();
            throw e;
        }
        position = page.getLast().feedbackId();
        batchSize = BATCH_SIZE;
        return true;
    }

    private List<Due> page() {
        return database.query(
                PAGE,
                query ->
                        query.bind("position", position)
                                .bind("limit", batchSize)
                                .map(DueStatusUpdates::due)
                                .list());
    }

    private static Due due(RowView row) {
        return new Due(
                row.getColumn("feedback_id", UUID.class), row.getColumn("product_id", UUID.class));
    }

    private void recalculate(List<Due> page) {
        page.stream().map(Due::productId).distinct().sorted().forEach(statuses::lockProductShared);
        List<UUID> ids = page.stream().map(Due::feedbackId).toList();
        // Without those that another instance is processing.
        var ours =
                database.query(
                        LOCK_QUEUED,
                        query -> query.bind("ids", SqlArray.uuids(ids)).mapTo(UUID.class).list());
        statuses.lockEntries(ours);
        statuses.recalculate(ours, BY);
        database.update(DELETE, update -> update.bind("ids", SqlArray.uuids(ours)));
    }
}
