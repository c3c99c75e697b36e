package dev.steward.feedback.standing;

import dev.steward.feedback.entry.Decision;
import dev.steward.feedback.entry.FeedbackStatus;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.Json;
import dev.steward.platform.database.NamedLocks;
import dev.steward.platform.messaging.store.EventContext;
import dev.steward.platform.messaging.store.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.qualifier.QualifiedType;
import org.jdbi.v3.core.result.RowView;

/// Recalculates the status of entries in the transaction that affects it, any number of them in two
/// statements. The rule is [FeedbackFacts#status]. The caller holds the locks of the entries.
///
/// Entries are found by the links of a changed item, so links and families must not change
/// meanwhile: whoever reacts to an item or changes families locks the product exclusively, whoever
/// changes links shares the lock. It is taken before any row is locked.
@ApplicationScoped
public class FeedbackStatuses {

    /// Whole families of merged entries, in the order of ids, which prevents deadlocks.
    private static final String LOCK =
            "select id from feedback where root_id = any (:ids) order by id for no key update";

    private static final String FACTS =
            """
            select f.id, f.product_id, f.status, f.status_version, f.merged_into, f.decision, f.triaged, (
                select coalesce(jsonb_agg(distinct jsonb_build_object('deleted', coalesce(i.deleted, false),
                    'status', i.status, 'work', w.status, 'released', exists (
                        select from release r
                        where r.item_ids @> array [l.item_id] and r.status = 'RELEASED' and not r.deleted))), '[]')
                from feedback m join link l on l.feedback_id = m.id and l.kind = 'SOLVES' and not l.removed
                left join item i on i.id = l.item_id left join work w on w.id = l.item_id and not w.deleted
                where m.root_id = f.id) as items,
                exists (
                    select from feedback m join told t on t.feedback_id = m.id join delivery d on d.id = t.delivery_id
                    where m.root_id = f.id and d.status in ('HELD', 'PENDING', 'SENDING', 'RETRY'))
                or exists (
                    select from loop_entry e join loop o on o.release_id = e.release_id
                    where e.root_id = f.id and o.status = 'OPENING' and o.step <> 'SETTLING') as people_to_tell
            from feedback f where f.id = any (:ids) order by f.id
            """;

    private static final String SAVE =
            """
            update feedback f set status = n.status, status_version = f.status_version + 1
            from unnest(:ids, :statuses) as n (id, status) where f.id = n.id
            """;

    private static final QualifiedType<List<FeedbackFacts.SolvingItem>> ITEMS =
            Json.column(new GenericType<>() {});

    private final Database database;
    private final NamedLocks locks;
    private final EventStore events;

    FeedbackStatuses(Database database, NamedLocks locks, EventStore events) {
        this.database = database;
        this.locks = locks;
        this.events = events;
    }

    /// For reactions to item events, and for changes of families.
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockProductExclusively(UUID productId) {
        locks.exclusive(lockOf(productId));
    }

    /// For changes of links.
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockProductShared(UUID productId) {
        locks.shared(lockOf(productId));
    }

    private static String lockOf(UUID productId) {
        return "standing " + productId;
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
        var changed = changes(entries);
        if (!changed.isEmpty()) {
            save(changed);
            events.append(by, changed);
        }
    }

    /// Those of the entries whose stored status is not the one that follows.
    public List<UUID> outdated(Collection<UUID> entries) {
        return changes(entries).stream().map(FeedbackStatusEvent.Changed::feedbackId).toList();
    }

    private List<FeedbackStatusEvent.Changed> changes(Collection<UUID> entries) {
        return entries.isEmpty()
                ? List.of()
                : database
                        .query(
                                FACTS,
                                query ->
                                        query.bindArray("ids", UUID.class, entries)
                                                .map(FeedbackStatuses::next)
                                                .list())
                        .stream()
                        .filter(next -> next.status() != next.before())
                        .toList();
    }

    private void save(List<FeedbackStatusEvent.Changed> changed) {
        var ids = changed.stream().map(FeedbackStatusEvent.Changed::feedbackId).toList();
        var statuses = changed.stream().map(next -> next.status().name()).toList();
        database.update(
                SAVE,
                update ->
                        update.bindArray("ids", UUID.class, ids)
                                .bindArray("statuses", String.class, statuses));
    }

    private static FeedbackStatusEvent.Changed next(RowView row) {
        var mergedInto = row.getColumn("merged_into", UUID.class);
        var facts =
                new FeedbackFacts(
                        mergedInto != null,
                        row.getColumn("decision", Decision.class),
                        row.getColumn("triaged", Boolean.class),
                        row.getColumn("items", ITEMS),
                        row.getColumn("people_to_tell", Boolean.class));
        return new FeedbackStatusEvent.Changed(
                row.getColumn("id", UUID.class),
                row.getColumn("product_id", UUID.class),
                row.getColumn("status_version", Long.class) + 1,
                row.getColumn("status", FeedbackStatus.class),
                facts.status(),
                mergedInto);
    }
}
