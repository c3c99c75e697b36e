package dev.steward.feedback.notification.opening;

import dev.steward.feedback.database.Row;
import dev.steward.feedback.database.Rows;
import dev.steward.feedback.database.Statements;
import dev.steward.feedback.notification.DeliveryStatus;
import dev.steward.feedback.notification.Notification;
import dev.steward.feedback.notification.opening.Recipients.PlannedDelivery;
import dev.steward.feedback.notification.opening.Recipients.Voice;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The entries that a release ships and the people who asked for them, read page by page along
/// indexes.
@ApplicationScoped
class NotificationEntries {

    private static final String FAMILIES =
            """
            select e.feedback_id as id, f.root_id from loop_entry e join feedback f on f.id = e.feedback_id
            where e.release_id = ? and e.feedback_id = e.root_id and (?::uuid is null or e.feedback_id > ?::uuid)
            order by e.feedback_id limit ?
            """;

    /// Entries that were declined or unlinked since the release came out.
    private static final String DELETE_UNSHIPPED =
            """
            delete from loop_entry e using feedback f where e.release_id = ? and e.root_id = any (?::uuid[])
                and f.id = e.root_id and f.status not in ('SHIPPED', 'CLOSED', 'MERGED')
            """;

    /// Gathers a page of voters of a few entries; withdrawn votes are read but not gathered.
    private static final String GATHER =
            """
            with page as (
                select feedback_id, root_id, gathered_to from loop_entry
                where release_id = ? and not gathered order by feedback_id limit ?),
            voters as (
                select p.feedback_id, p.root_id, v.contact_id, v.withdrawn
                from page p cross join lateral (
                    select v.contact_id, v.withdrawn from vote v
                    where v.feedback_id = p.feedback_id
                        and v.contact_id > coalesce(p.gathered_to, '00000000-0000-0000-0000-000000000000')
                    order by v.contact_id limit ?) v),
            asked as (
                insert into loop_asker (release_id, contact_id, feedback_id, root_id)
                select ?, contact_id, feedback_id, root_id from voters where not withdrawn
                union
                select ?, f.contact_id, p.feedback_id, p.root_id from page p join feedback f on f.id = p.feedback_id
                where p.gathered_to is null and f.contact_id is not null
                on conflict do nothing)
            update loop_entry e
            set gathered_to = coalesce(n.last, e.gathered_to), gathered = n.voters < ?
            from (
                select p.feedback_id, count(v.contact_id) as voters,
                    (array_agg(v.contact_id order by v.contact_id desc))[1] as last
                from page p left join voters v on v.feedback_id = p.feedback_id group by p.feedback_id) n
            where e.release_id = ? and e.feedback_id = n.feedback_id
            """;

    private static final String ASKERS =
            """
            select distinct contact_id from (
                select contact_id from loop_asker
                where release_id = ? and (?::uuid is null or contact_id > ?::uuid) order by contact_id limit ?) page
            order by contact_id
            """;

    /// Two releases may ship the same entry: one after the other sees whom the first has told.
    private static final String LOCK_NOTIFICATIONS =
            "select pg_advisory_xact_lock(hashtextextended('telling ' || ?::text, 0))";

    /// Messages that wait for a release that was rolled back are never sent: the other release
    /// tells of their entries. A message without entries that was never announced is deleted.
    private static final String TAKE_OVER =
            """
            with withdrawn as (
                select t.contact_id, t.feedback_id, t.delivery_id
                from loop_asker a join told t on t.contact_id = a.contact_id and t.feedback_id = a.feedback_id
                join delivery d on d.id = t.delivery_id join release r on r.id = d.release_id
                where a.release_id = ? and a.contact_id = any (?::uuid[]) and d.release_id <> a.release_id
                    and d.status in ('HELD', 'PENDING', 'RETRY') and (r.status <> 'RELEASED' or r.deleted)
                order by d.id for update of d)
            delete from told t using withdrawn w
            where t.contact_id = w.contact_id and t.feedback_id = w.feedback_id
            returning t.delivery_id
            """;

    private static final String DELETE_EMPTY =
            """
            delete from delivery d where d.id = any (?::uuid[]) and d.version = 0
                and not exists (select from told t where t.delivery_id = d.id)
            """;

    private static final String VOICES =
            """
            select a.contact_id, a.feedback_id, a.root_id, c.opt_out, c.email,
                exists (select from told t where t.contact_id = a.contact_id and t.feedback_id = a.feedback_id) as told,
                exists (
                    select from source s join contact_external_id x on x.contact_id = c.id and x.system = s.system
                    where s.id = f.source_id and s.hands_over) as source_tells
            from loop_asker a join contact c on c.id = a.contact_id join feedback f on f.id = a.feedback_id
            where a.release_id = ? and a.contact_id = any (?::uuid[])
            order by a.contact_id, a.feedback_id
            """;
    private static final String DELETE_ASKERS =
            "delete from loop_asker where release_id = ? and contact_id = any (?::uuid[])";
    private static final String INSERT_DELIVERIES =
            """
            insert into delivery (id, product_id, release_id, contact_id, status, due_at, settled_at)
            select uuidv7(), ?, ?, "contactId", status, ?, case when status in ('SUPPRESSED', 'UNREACHABLE') then ? end
            from jsonb_to_recordset(?::jsonb) as r ("contactId" uuid, status text) order by "contactId"
            on conflict (release_id, contact_id) do nothing
            returning id, contact_id
            """;
    private static final String INSERT_TOLD =
            """
            insert into told (contact_id, feedback_id, delivery_id)
            select "contactId", "feedbackId", "deliveryId"
            from jsonb_to_recordset(?::jsonb) as r ("contactId" uuid, "feedbackId" uuid, "deliveryId" uuid)
            on conflict do nothing
            """;

    /// @param rootId the entry that it is merged into now, or itself
    record Family(UUID id, UUID rootId) {}

    private record NewDelivery(UUID contactId, DeliveryStatus status) {}

    private record Told(UUID contactId, UUID feedbackId, UUID deliveryId) {}

    private final Statements statements;

    NotificationEntries(Statements statements) {
        this.statements = statements;
    }

    List<Family> families(UUID release, @Nullable UUID after, int limit) {
        return statements.list(
                FAMILIES,
                row -> new Family(row.id("id"), row.id("root_id")),
                release,
                after,
                after,
                limit);
    }

    void deleteUnshipped(UUID release, Collection<UUID> roots) {
        statements.execute(DELETE_UNSHIPPED, release, roots);
    }

    /// @return number of entries that were continued; 0 when everybody is gathered
    int gather(UUID release, int entries, int voters) {
        return statements.execute(
                GATHER, release, entries, voters, release, release, voters, release);
    }

    List<UUID> askers(UUID release, @Nullable UUID after, int limit) {
        return statements.list(ASKERS, row -> row.id("contact_id"), release, after, after, limit);
    }

    /// Everything that these people asked for. Locks the product's notifications until the
    /// transaction ends.
    List<Voice> voices(Notification notification, Collection<UUID> people) {
        statements.list(LOCK_NOTIFICATIONS, _ -> true, notification.productId());
        var emptied =
                statements.list(
                        TAKE_OVER, row -> row.id("delivery_id"), notification.releaseId(), people);
        statements.execute(DELETE_EMPTY, emptied);
        return statements.list(
                VOICES, NotificationEntries::voice, notification.releaseId(), people);
    }

    void deleteAskers(UUID release, Collection<UUID> people) {
        statements.execute(DELETE_ASKERS, release, people);
    }

    /// Inserts deliveries; a person's existing delivery of this release stays as it is.
    void createDeliveries(
            Notification notification, List<PlannedDelivery> deliveries, Instant now) {
        var newDeliveries =
                deliveries.stream().map(m -> new NewDelivery(m.contactId(), m.status())).toList();
        Map<UUID, UUID> created =
                statements
                        .list(
                                INSERT_DELIVERIES,
                                row -> Map.entry(row.id("contact_id"), row.id("id")),
                                notification.productId(),
                                notification.releaseId(),
                                now,
                                now,
                                new Rows(newDeliveries))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var told =
                deliveries.stream()
                        .flatMap(planned ->
                                Stream.ofNullable(created.get(planned.contactId()))
                                        .flatMap(delivery -> told(planned, delivery)))
                        .toList();
        statements.execute(INSERT_TOLD, new Rows(told));
    }

    private static Stream<Told> told(PlannedDelivery planned, UUID delivery) {
        return planned.entries().stream()
                .map(entry -> new Told(planned.contactId(), entry, delivery));
    }

    private static Voice voice(Row row) throws SQLException {
        return new Voice(
                row.id("contact_id"),
                row.id("feedback_id"),
                row.id("root_id"),
                row.flag("told"),
                row.flag("source_tells"),
                row.flag("opt_out"),
                row.textOrNull("email"));
    }
}
