package dev.steward.feedback.status;

import static java.util.stream.Collectors.toMap;

import dev.steward.feedback.entry.Decision;
import dev.steward.feedback.entry.FeedbackStatus;
import dev.steward.feedback.status.FeedbackStatusEvent.Changed;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.Json;
import dev.steward.platform.database.NamedLocks;
import dev.steward.platform.database.SqlArray;
import dev.steward.platform.messaging.store.EventContext;
import dev.steward.platform.messaging.store.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.qualifier.QualifiedType;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/// Recalculates the status of entries in the transaction that affects it, any number of them in two
/// statements. The rule is [StatusFacts#status]. The caller holds the locks of the entries.
///
/// Entries are found by the links of a changed item, so links and families must not change
/// meanwhile: whoever reacts to an item or changes families locks the product exclusively, whoever
/// changes links shares the lock. It is taken before any row is locked.
@ApplicationScoped
public class FeedbackStatuses {

    /// Whole families of merged entries, in the order of ids, which prevents deadlocks.
    private static final String LOCK =
            "select id from feedback where root_id = any (:ids) order by id for no key update";

    private static final String ENTRY =
            "select f.id, f.product_id, f.status, f.status_version, f.merged_into, f.decision, f.triaged, ";

    /// The items that solve entries or ones merged into them, of all entries together: old
    /// statistics may cost one look at all links, but not one for each entry. Items of `:release`
    /// count as released.
    private static final String ITEMS =
            """
            (select m.root_id, jsonb_agg(distinct jsonb_build_object('deleted', coalesce(i.deleted, false),
                'status', i.status, 'work', w.status, 'released', exists (
                    select from release r
                    where r.item_ids @> array [l.item_id] and r.status = 'RELEASED' and not r.deleted)
                or l.item_id in (select unnest(item_ids) from release where id = :release))) as items
            from feedback m join link l on l.feedback_id = m.id and l.kind = 'SOLVES' and not l.removed
            left join item i on i.id = l.item_id left join work w on w.id = l.item_id and not w.deleted
            where m.root_id = any (:ids) group by m.root_id) s on s.root_id = f.id
            """;

    private static final String FACTS =
            ENTRY
                    + """
                    coalesce(s.items, '[]') as items,
                        exists (
                            select from feedback m join told t on t.feedback_id = m.id join delivery d on d.id = t.delivery_id
                            where m.root_id = f.id and d.status in ('HELD', 'PENDING', 'SENDING', 'RETRY'))
                        or exists (
                            select from loop_entry e join loop o on o.release_id = e.release_id
                            where e.root_id = f.id and o.status = 'OPENING' and o.step <> 'SETTLING') as people_to_tell
                    from feedback f left join
                    """
                    + ITEMS
                    + " where f.id = any (:ids) order by f.id";

    /// Of entries with items, as if nobody had been told yet.
    private static final String FACTS_WHEN_RELEASED =
            ENTRY
                    + "s.items, true as people_to_tell from feedback f join "
                    + ITEMS
                    + " order by f.id";

    private static final String SAVE =
            """
            update feedback f set status = n.status, status_version = f.status_version + 1
            from unnest(:ids, :statuses) as n (id, status) where f.id = n.id
            """;

    private static final QualifiedType<List<StatusFacts.SolvingItem>> SOLVING_ITEMS =
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
                    query -> query.bind("ids", SqlArray.uuids(entries)).mapTo(UUID.class).list());
        }
    }

    /// @return the status of each entry now
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, FeedbackStatus> recalculate(Collection<UUID> entries, EventContext by) {
        var calculated = calculate(FACTS, entries, null);
        var changed = calculated.stream().filter(Changed::isChange).toList();
        if (!changed.isEmpty()) {
            save(changed);
            events.append(by, changed);
        }
        return calculated.stream().collect(toMap(Changed::feedbackId, Changed::status));
    }

    /// Those of the entries whose stored status is not the one that follows.
    public List<UUID> outdated(Collection<UUID> entries) {
        return calculate(FACTS, entries, null).stream()
                .filter(Changed::isChange)
                .map(Changed::feedbackId)
                .toList();
    }

    /// What a release means for entries that ask for its items, whether it is out already or not.
    /// Whether people are to be told is not looked at: no entry becomes CLOSED.
    public List<StatusChange> changesBy(UUID release, Collection<UUID> entries) {
        return calculate(FACTS_WHEN_RELEASED, entries, release).stream()
                .map(next -> new StatusChange(next.feedbackId(), next.before(), next.status()))
                .toList();
    }

    /// @param release counts as released; null for none
    private List<Changed> calculate(
            String facts, Collection<UUID> entries, @Nullable UUID release) {
        return entries.isEmpty()
                ? List.of()
                : database.query(
                        facts,
                        query ->
                                query.bind("ids", SqlArray.uuids(entries))
                                        .bind("release", release)
                                        .map(FeedbackStatuses::next)
                                        .list());
    }

    private void save(List<Changed> changed) {
        var ids = changed.stream().map(Changed::feedbackId).toList();
        var statuses = changed.stream().map(next -> next.status().name()).toList();
        database.update(
                SAVE,
                update ->
                        update.bind("ids", SqlArray.uuids(ids))
                                .bind("statuses", SqlArray.texts(statuses)));
    }

    private static Changed next(RowView row) {
        var mergedInto = row.getColumn("merged_into", UUID.class);
        var facts =
                new StatusFacts(
                        mergedInto != null,
                        row.getColumn("decision", Decision.class),
                        row.getColumn("triaged", Boolean.class),
                        row.getColumn("items", SOLVING_ITEMS),
                        row.getColumn("people_to_tell", Boolean.class));
        return new Changed(
                row.getColumn("id", UUID.class),
                row.getColumn("product_id", UUID.class),
                row.getColumn("status_version", Long.class) + 1,
                row.getColumn("status", FeedbackStatus.class),
                facts.status(),
                mergedInto);
    }
}
