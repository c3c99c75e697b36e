package dev.steward.feedback.standing;

import dev.steward.feedback.database.Row;
import dev.steward.feedback.database.Statements;
import dev.steward.feedback.entry.FeedbackStatus;
import dev.steward.platform.messaging.store.EventContext;
import dev.steward.platform.messaging.store.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/// Recalculates the status of entries in the transaction that affects it, any number of them in one
/// statement. The rule is the view `feedback_standing`. The caller holds the locks of the entries.
///
/// Entries are found by the links of a changed item, so links and families must not change
/// meanwhile: whoever reacts to an item or changes families locks the product exclusively, whoever
/// changes links shares the lock. It is taken before any row is locked.
@ApplicationScoped
public class FeedbackStatuses {

    private static final String LOCK_EXCLUSIVELY =
            "select pg_advisory_xact_lock(hashtextextended('standing ' || ?::text, 0))";
    private static final String LOCK_SHARED =
            "select pg_advisory_xact_lock_shared(hashtextextended('standing ' || ?::text, 0))";

    /// Whole families of merged entries, in the order of ids, which prevents deadlocks.
    private static final String LOCK =
            "select id from feedback where root_id = any (?::uuid[]) order by id for no key update";

    private static final String RECALCULATE =
            """
            update feedback f set status = s.status, status_version = f.status_version + 1
            from feedback_standing s
            where f.id = s.id and f.id = any (?::uuid[]) and s.id = any (?::uuid[]) and f.status <> s.status
            returning f.id, f.product_id, f.status_version as version, old.status as before, new.status as status,
                f.merged_into
            """;

    private final Statements statements;
    private final EventStore events;

    FeedbackStatuses(Statements statements, EventStore events) {
        this.statements = statements;
        this.events = events;
    }

    /// For reactions to item events, and for changes of families.
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockProductExclusively(UUID productId) {
        statements.list(LOCK_EXCLUSIVELY, _ -> true, productId);
    }

    /// For changes of links.
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockProductShared(UUID productId) {
        statements.list(LOCK_SHARED, _ -> true, productId);
    }

    /// Locks the entries and all that are merged into them.
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockEntries(Collection<UUID> entries) {
        if (!entries.isEmpty()) {
            statements.list(LOCK, row -> row.id("id"), entries);
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void recalculate(Collection<UUID> entries, EventContext by) {
        if (!entries.isEmpty()) {
            events.append(
                    by, statements.list(RECALCULATE, FeedbackStatuses::changed, entries, entries));
        }
    }

    private static FeedbackStatusEvent.Changed changed(Row row) throws SQLException {
        return new FeedbackStatusEvent.Changed(
                row.id("id"),
                row.id("product_id"),
                row.version(),
                row.constant("before", FeedbackStatus.class),
                row.constant("status", FeedbackStatus.class),
                row.idOrNull("merged_into"));
    }
}
