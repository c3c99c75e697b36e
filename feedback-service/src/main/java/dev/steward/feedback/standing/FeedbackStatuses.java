package dev.steward.feedback.standing;

import dev.steward.feedback.database.Row;
import dev.steward.feedback.database.Statements;
import dev.steward.feedback.entry.FeedbackStatus;
import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.messaging.Provenance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/// Derives the status of entries anew in the transaction of what moves it, any number of them in
/// one statement; the rule is the view `feedback_standing`. Whoever calls holds the entries' locks.
///
/// News of items finds the entries by their links, so links and families must not change meanwhile:
/// the one holds the product alone, the others share it. Take this lock before any row's.
@ApplicationScoped
public class FeedbackStatuses {

    private static final String LOCK_EXCLUSIVELY =
            "select pg_advisory_xact_lock(hashtextextended('standing ' || ?::text, 0))";
    private static final String LOCK_SHARED =
            "select pg_advisory_xact_lock_shared(hashtextextended('standing ' || ?::text, 0))";

    /// Whole families, in the order of ids, as everybody locks them.
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
    private final EventRecord events;

    FeedbackStatuses(Statements statements, EventRecord events) {
        this.statements = statements;
        this.events = events;
    }

    /// For news of items, and for whoever changes families.
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockProductExclusively(UUID productId) {
        statements.list(LOCK_EXCLUSIVELY, _ -> true, productId);
    }

    /// For whoever changes links.
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockProductShared(UUID productId) {
        statements.list(LOCK_SHARED, _ -> true, productId);
    }

    /// Those entries and what is merged into them.
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockEntries(Collection<UUID> entries) {
        if (!entries.isEmpty()) {
            statements.list(LOCK, row -> row.id("id"), entries);
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void recalculate(Collection<UUID> entries, Provenance by) {
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
