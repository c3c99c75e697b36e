package dev.steward.feedback.notification.opening;

import static java.util.stream.Collectors.toMap;

import dev.steward.feedback.notification.DeliveryStatus;
import dev.steward.feedback.notification.Notification;
import dev.steward.feedback.notification.opening.Recipients.PlannedDelivery;
import dev.steward.feedback.notification.opening.Recipients.Voice;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.Json;
import dev.steward.platform.database.NamedLocks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/// The entries that a release ships and the people who asked for them, read page by page along
/// indexes.
@ApplicationScoped
class NotificationEntries {

    private static final String FAMILIES =
            """
            select e.feedback_id as id, f.root_id from loop_entry e join feedback f on f.id = e.feedback_id
            where e.release_id = :release and e.feedback_id = e.root_id and (:after::uuid is null or e.feedback_id > :after::uuid)
            order by e.feedback_id limit :limit
            """;

    /// Entries that were declined or unlinked since the release came out.
    private static final String DELETE_UNSHIPPED =
            """
            delete from loop_entry e using feedback f where e.release_id = :release and e.root_id = any (:roots)
                and f.id = e.root_id and f.status not in ('SHIPPED', 'CLOSED', 'MERGED')
            """;

    /// Gathers a page of voters of a few entries; withdrawn votes are read but not gathered.
    private static final String GATHER =
            """
            with page as (
                select feedback_id, root_id, gathered_to from loop_entry
                where release_id = :release and not gathered order by feedback_id limit :entries),
            voters as (
                select p.feedback_id, p.root_id, v.contact_id, v.withdrawn
                from page p cross join lateral (
                    select v.contact_id, v.withdrawn from vote v
                    where v.feedback_id = p.feedback_id
                        and v.contact_id > coalesce(p.gathered_to, '00000000-0000-0000-0000-000000000000')
                    order by v.contact_id limit :voters) v),
            asked as (
                insert into loop_asker (release_id, contact_id, feedback_id, root_id)
                select :release, contact_id, feedback_id, root_id from voters where not withdrawn
                union
                select :release, f.contact_id, p.feedback_id, p.root_id from page p join feedback f on f.id = p.feedback_id
                where p.gathered_to is null and f.contact_id is not null
                on conflict do nothing)
            update loop_entry e
            set gathered_to = coalesce(n.last, e.gathered_to), gathered = n.voters < :voters
            from (
                select p.feedback_id, count(v.contact_id) as voters,
                    (array_agg(v.contact_id order by v.contact_id desc))[1] as last
                from page p left join voters v on v.feedback_id = p.feedback_id group by p.feedback_id) n
            where e.release_id = :release and e.feedback_id = n.feedback_id
            """;

    private static final String ASKERS =
            """
            select distinct contact_id from (
                select contact_id from loop_asker
                where release_id = :release and (:after::uuid is null or contact_id > :after::uuid) order by contact_id limit :limit) page
            order by contact_id
            """;

    /// Messages that wait for a release that was rolled back are never sent: the other release
    /// tells of their entries. A message without entries that was never announced is deleted.
    private static final String TAKE_OVER =
            """
            with withdrawn as (
                select t.contact_id, t.feedback_id, t.delivery_id
                from loop_asker a join told t on t.contact_id = a.contact_id and t.feedback_id = a.feedback_id
                join delivery d on d.id = t.delivery_id join release r on r.id = d.release_id
                where a.release_id = :release and a.contact_id = any (:people) and d.release_id <> a.release_id
                    and d.status in ('HELD', 'PENDING', 'RETRY') and (r.status <> 'RELEASED' or r.deleted)
                order by d.id for update of d)
            delete from told t using withdrawn w
            where t.contact_id = w.contact_id and t.feedback_id = w.feedback_id
            returning t.delivery_id
            """;

    private static final String DELETE_EMPTY =
            """
            delete from delivery d where d.id = any (:deliveries) and d.version = 0
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
            where a.release_id = :release and a.contact_id = any (:people)
            order by a.contact_id, a.feedback_id
            """;
    private static final String DELETE_ASKERS =
            "delete from loop_asker where release_id = :release and contact_id = any (:people)";
    private static final String INSERT_DELIVERIES =
            """
            insert into delivery (id, product_id, release_id, contact_id, status, due_at, settled_at)
            select uuidv7(), :product, :release, "contactId", status, :now, case when status in ('SUPPRESSED', 'UNREACHABLE') then :now::timestamptz end
            from jsonb_to_recordset(:rows::jsonb) as r ("contactId" uuid, status text) order by "contactId"
            on conflict (release_id, contact_id) do nothing
            returning id, contact_id
            """;
    private static final String INSERT_TOLD =
            """
            insert into told (contact_id, feedback_id, delivery_id)
            select "contactId", "feedbackId", "deliveryId"
            from jsonb_to_recordset(:rows::jsonb) as r ("contactId" uuid, "feedbackId" uuid, "deliveryId" uuid)
            on conflict do nothing
            """;

    /// @param rootId the entry that it is merged into now, or itself
    record Family(UUID id, UUID rootId) {}

    private record NewDelivery(UUID contactId, DeliveryStatus status) {}

    private record Told(UUID contactId, UUID feedbackId, UUID deliveryId) {}

    private final Database database;
    private final NamedLocks locks;

    NotificationEntries(Database database, NamedLocks locks) {
        this.database = database;
        this.locks = locks;
    }

    List<Family> families(UUID release, @Nullable UUID after, int limit) {
        return database.query(
                FAMILIES,
                query ->
                        query.bind("release", release)
                                .bind("after", after)
                                .bind("limit", limit)
                                .map(row ->
                                        new Family(
                                                row.getColumn("id", UUID.class),
                                                row.getColumn("root_id", UUID.class)))
                                .list());
    }

    void deleteUnshipped(UUID release, Collection<UUID> roots) {
        database.update(
                DELETE_UNSHIPPED,
                update -> update.bind("release", release).bindArray("roots", UUID.class, roots));
    }

    /// @return number of entries that were continued; 0 when everybody is gathered
    int gather(UUID release, int entries, int voters) {
        return database.update(
                GATHER,
                update ->
                        update.bind("release", release)
                                .bind("entries", entries)
                                .bind("voters", voters));
    }

    List<UUID> askers(UUID release, @Nullable UUID after, int limit) {
        return database.query(
                ASKERS,
                query ->
                        query.bind("release", release)
                                .bind("after", after)
                                .bind("limit", limit)
                                .mapTo(UUID.class)
                                .list());
    }

    /// Everything that these people asked for. Locks the product's notifications until the
    /// transaction ends.
    List<Voice> voices(Notification notification, Collection<UUID> people) {
        // Two releases may ship the same entry: one after the other sees whom the first has told.
        locks.exclusive("telling " + notification.productId());
        var release = notification.releaseId();
        var emptied =
                database.query(
                        TAKE_OVER,
                        query ->
                                query.bind("release", release)
                                        .bindArray("people", UUID.class, people)
                                        .mapTo(UUID.class)
                                        .list());
        database.update(
                DELETE_EMPTY, update -> update.bindArray("deliveries", UUID.class, emptied));
        return database.query(
                VOICES,
                query ->
                        query.bind("release", release)
                                .bindArray("people", UUID.class, people)
                                .map(NotificationEntries::voice)
                                .list());
    }

    void deleteAskers(UUID release, Collection<UUID> people) {
        database.update(
                DELETE_ASKERS,
                update -> update.bind("release", release).bindArray("people", UUID.class, people));
    }

    /// Inserts deliveries; a person's existing delivery of this release stays as it is.
    void createDeliveries(
            Notification notification, List<PlannedDelivery> deliveries, Instant now) {
        var newDeliveries =
                deliveries.stream().map(m -> new NewDelivery(m.contactId(), m.status())).toList();
        Map<UUID, UUID> created =
                database.query(
                        INSERT_DELIVERIES,
                        query ->
                                query.bind("product", notification.productId())
                                        .bind("release", notification.releaseId())
                                        .bind("now", now)
                                        .bind("rows", new Json(newDeliveries))
                                        .collectRows(
                                                toMap(
                                                        row ->
                                                                row.getColumn(
                                                                        "contact_id", UUID.class),
                                                        row -> row.getColumn("id", UUID.class))));
        var told =
                deliveries.stream()
                        .flatMap(planned ->
                                Stream.ofNullable(created.get(planned.contactId()))
                                        .flatMap(delivery -> told(planned, delivery)))
                        .toList();
        database.update(INSERT_TOLD, update -> update.bind("rows", new Json(told)));
    }

    private static Stream<Told> told(PlannedDelivery planned, UUID delivery) {
        return planned.entries().stream()
                .map(entry -> new Told(planned.contactId(), entry, delivery));
    }

    private static Voice voice(RowView row) {
        return new Voice(
                row.getColumn("contact_id", UUID.class),
                row.getColumn("feedback_id", UUID.class),
                row.getColumn("root_id", UUID.class),
                row.getColumn("told", Boolean.class),
                row.getColumn("source_tells", Boolean.class),
                row.getColumn("opt_out", Boolean.class),
                row.getColumn("email", String.class));
    }
}
