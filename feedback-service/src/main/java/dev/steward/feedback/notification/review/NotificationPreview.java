package dev.steward.feedback.notification.review;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import dev.steward.feedback.entry.FeedbackView.ContactReference;
import dev.steward.feedback.notification.DeliveryStatus;
import dev.steward.feedback.notification.Message;
import dev.steward.feedback.notification.NotificationMode;
import dev.steward.feedback.notification.opening.PlannedDeliveries;
import dev.steward.feedback.notification.opening.Recipients.PlannedDelivery;
import dev.steward.feedback.notification.opening.ShippedEntries;
import dev.steward.feedback.notification.review.NotificationView.Recipient;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/// Reads who would be told about a release that is not out yet.
@ApplicationScoped
class NotificationPreview {

    private static final String RECIPIENTS =
            """
            select c.id, c.name, c.email, c.customer_id, r.status, array(
                select f.title from feedback f where f.id = any (r.entries) order by f.id limit 101) as titles
            from jsonb_to_recordset(:rows::jsonb) as r ("contactId" uuid, status text, entries uuid[])
            join contact c on c.id = r."contactId" order by c.id
            """;

    private static final GenericType<List<String>> TEXTS = new GenericType<>() {};

    private final Database database;
    private final ShippedEntries shippedEntries;
    private final PlannedDeliveries plannedDeliveries;

    NotificationPreview(
            Database database, ShippedEntries shippedEntries, PlannedDeliveries plannedDeliveries) {
        this.database = database;
        this.shippedEntries = shippedEntries;
        this.plannedDeliveries = plannedDeliveries;
    }

    /// What the release would ship.
    List<UUID> entries(UUID release) {
        return shippedEntries.of(release);
    }

    Map<DeliveryStatus, Integer> counts(Collection<UUID> entries, NotificationMode mode) {
        return plannedDeliveries.of(
                entries,
                mode,
                null,
                planned ->
                        planned.collect(
                                groupingBy(
                                        PlannedDelivery::status,
                                        () -> new EnumMap<>(DeliveryStatus.class),
                                        summingInt(_ -> 1))));
    }

    /// @param release its name
    List<Recipient> page(
            Collection<UUID> entries,
            String release,
            NotificationMode mode,
            @Nullable UUID after,
            int limit) {
        var planned = plannedDeliveries.of(entries, mode, after, all -> all.limit(limit).toList());
        return database.query(
                RECIPIENTS,
                query ->
                        query.bind("rows", new Json(planned))
                                .map(row -> recipient(row, release))
                                .list());
    }

    private static Recipient recipient(RowView row, String release) {
        var message =
                Message.to(
                        row.getColumn("name", String.class),
                        release,
                        row.getColumn("titles", TEXTS),
                        null);
        var contact =
                new ContactReference(
                        row.getColumn("id", UUID.class),
                        row.getColumn("name", String.class),
                        row.getColumn("email", String.class),
                        row.getColumn("customer_id", UUID.class));
        return new Recipient(
                contact,
                row.getColumn("status", DeliveryStatus.class),
                message.subject(),
                message.text());
    }
}
