package dev.steward.feedback.notification.opening;

import static java.util.stream.Collectors.toMap;

import dev.steward.feedback.notification.DeliveryStatus;
import dev.steward.feedback.notification.Notification;
import dev.steward.feedback.notification.opening.Recipients.PlannedDelivery;
import dev.steward.feedback.notification.opening.Voice.EarlierMessage;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.Json;
import dev.steward.platform.database.NamedLocks;
import dev.steward.platform.database.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Creates the deliveries to people who asked, and records what each of them tells of.
@ApplicationScoped
class DeliveryCreation {

    /// Deliveries of other releases that tell of the same entries: locked, so that none is sent
    /// before it is known whether this release takes over its entries.
    private static final String LOCK_WAITING =
            """
            select d.id from loop_asker a join told t on t.contact_id = a.contact_id and t.feedback_id = a.feedback_id
            join delivery d on d.id = t.delivery_id
            where a.release_id = :release and a.contact_id = any (:people) and d.release_id <> :release
                and d.status = any (:waiting)
            order by d.id for update of d
            """;

    private static final String DELETE_TOLD =
            """
            delete from told t using unnest(:deliveries, :entries) as w (delivery_id, feedback_id)
            where t.delivery_id = w.delivery_id and t.feedback_id = w.feedback_id
            """;

    /// Deliveries at version 0, of which no event was written.
    private static final String DELETE_EMPTY =
            """
            delete from delivery d where d.id = any (:deliveries) and d.version = 0
                and not exists (select from told t where t.delivery_id = d.id)
            """;

    private static final String INSERT =
            """
            insert into delivery (id, product_id, release_id, contact_id, status, due_at, settled_at)
            select uuidv7(), :product, :release, "contactId", status, :now, "settledAt"
            from jsonb_to_recordset(:rows::jsonb) as r ("contactId" uuid, status text, "settledAt" timestamptz)
            order by "contactId"
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

    private record NewDelivery(
            UUID contactId, DeliveryStatus status, @Nullable Instant settledAt) {}

    private record Told(UUID contactId, UUID feedbackId, UUID deliveryId) {}

    private final Database database;
    private final NamedLocks locks;
    private final Voices voices;

    DeliveryCreation(Database database, NamedLocks locks, Voices voices) {
        this.database = database;
        this.locks = locks;
        this.voices = voices;
    }

    /// Creates the deliveries to a few people whose voices are gathered. A person's existing
    /// delivery of this release stays as it is.
    void create(Notification notification, Collection<UUID> people, Instant now) {
        // Two releases may ship the same entry: one after the other sees whom the first has told.
        locks.exclusive("telling " + notification.productId());
        lockWaiting(notification.releaseId(), people);
        var asked = voices.gathered(notification.releaseId(), people);
        withdraw(asked.stream().filter(Voice::hasWithdrawnMessage).toList());
        var planned = Recipients.of(asked.stream(), notification.mode()).toList();
        insertTold(planned, insert(notification, planned, now));
    }

    private void lockWaiting(UUID release, Collection<UUID> people) {
        var waiting = DeliveryStatus.WAITING.stream().map(DeliveryStatus::name).toList();
        database.query(
                LOCK_WAITING,
                query ->
                        query.bind("release", release)
                                .bind("people", SqlArray.uuids(people))
                                .bind("waiting", SqlArray.texts(waiting))
                                .mapTo(UUID.class)
                                .list());
    }

    /// The earlier messages do not tell of these entries any more, and without entries they are
    /// deleted.
    private void withdraw(List<Voice> withdrawn) {
        if (withdrawn.isEmpty()) {
            return;
        }
        var deliveries =
                withdrawn.stream().map(Voice::message).map(EarlierMessage::deliveryId).toList();
        var entries = withdrawn.stream().map(Voice::feedbackId).toList();
        database.update(
                DELETE_TOLD,
                update ->
                        update.bind("deliveries", SqlArray.uuids(deliveries))
                                .bind("entries", SqlArray.uuids(entries)));
        database.update(
                DELETE_EMPTY, update -> update.bind("deliveries", SqlArray.uuids(deliveries)));
    }

    /// @return ids of the new deliveries, by person
    private Map<UUID, UUID> insert(
            Notification notification, List<PlannedDelivery> planned, Instant now) {
        var rows =
                planned.stream()
                        .map(delivery ->
                                new NewDelivery(
                                        delivery.contactId(),
                                        delivery.status(),
                                        delivery.status().isFinal() ? now : null))
                        .toList();
        return database.query(
                INSERT,
                query ->
                        query.bind("product", notification.productId())
                                .bind("release", notification.releaseId())
                                .bind("now", now)
                                .bind("rows", new Json(rows))
                                .collectRows(
                                        toMap(
                                                row -> row.getColumn("contact_id", UUID.class),
                                                row -> row.getColumn("id", UUID.class))));
    }

    private void insertTold(List<PlannedDelivery> planned, Map<UUID, UUID> created) {
        var told =
                planned.stream()
                        .flatMap(delivery ->
                                Stream.ofNullable(created.get(delivery.contactId()))
                                        .flatMap(id -> told(delivery, id)))
                        .toList();
        database.update(INSERT_TOLD, update -> update.bind("rows", new Json(told)));
    }

    private static Stream<Told> told(PlannedDelivery delivery, UUID id) {
        return delivery.entries().stream().map(entry -> new Told(delivery.contactId(), entry, id));
    }
}
