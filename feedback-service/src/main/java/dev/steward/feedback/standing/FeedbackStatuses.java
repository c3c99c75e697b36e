package dev.steward.feedback.standing;

import dev.steward.feedback.entry.FeedbackStatus;
import dev.steward.platform.database.Database;
import dev.steward.platform.messaging.store.EventContext;
import dev.steward.platform.messaging.store.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.UUID;
import org.jdbi.v3.core.result.RowView;

/// Recalculates the status of entries in the transaction that affects it, any number of them in one
/// statement. The rule is the view `feedback_standing`. The caller holds the locks of the entries.
///
/// Entries are found by the links of a changed item, so links and families must not change
/// meanwhile: whoever reacts to an item or changes families locks the product exclusively, whoever
/// changes links shares the lock. It is taken before any row is locked.
@ApplicationScoped
public class FeedbackStatuses {

    private static final String LOCK_KEY = "hashtextextended('standing ' || :product, 0)";
    private static final String LOCK_EXCLUSIVELY =
            "select 1 from pg_advisory_xact_lock(" + LOCK_KEY + ")";
    private static final String LOCK_SHARED =
            "select 1 from pg_advisory_xact_lock_shared(" + LOCK_KEY + ")";

    /// Whole families of merged entries, in the order of ids, which prevents deadlocks.
    private static final String LOCK =
            "select id from feedback where root_id = any (:ids) order by id for no key update";

    private static final String RECALCULATE =
            """
            update feedback f set status = s.status, status_version = f.status_version + 1
            from feedback_standing s
            where f.id = s.id and f.id = any (:ids) and s.id = any (:ids) and f.status <> s.status
            returning f.id, f.product_id, f.status_version as version, old.status as before, new.status as status,
                f.merged_into
            """;

    private final Database database;
    private final EventStore events;

    FeedbackStatuses(Database database, EventStore events) {
        this.database = database;
        this.events = events;
    }

    /// For reactions to item events, and for changes of families.
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockProductExclusively(UUID productId) {
        lockProduct(LOCK_EXCLUSIVELY, productId);
    }

    /// For changes of links.
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockProductShared(UUID productId) {
        lockProduct(LOCK_SHARED, productId);
    }

    private void lockProduct(String sql, UUID productId) {
        database.query(
                sql,
                query -> query.bind("product", productId.toString()).mapTo(Integer.class).one());
    }

    /// Locks the entries and all that are merged into them.
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockEntries(Collection<UUID> entries) {
        if (!entries.isEmpty()) {
            database.query(
                    LOCK,
                    query -> query.bindArray("ids", UUID.class, entries).mapTo(UUID.class).list());
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void recalculate(Collection<UUID> entries, EventContext by) {
        if (!entries.isEmpty()) {
            var changed =
                    database.query(
                            RECALCULATE,
                            query ->
                                    query.bindArray("ids", UUID.class, entries)
                                            .map(FeedbackStatuses::changed)
                                            .list());
            events.append(by, changed);
        }
    }

    private static FeedbackStatusEvent.Changed changed(RowView row) {
        return new FeedbackStatusEvent.Changed(
                row.getColumn("id", UUID.class),
                row.getColumn("product_id", UUID.class),
                row.getColumn("version", Long.class),
                row.getColumn("before", FeedbackStatus.class),
                row.getColumn("status", FeedbackStatus.class),
                row.getColumn("merged_into", UUID.class));
    }
}
