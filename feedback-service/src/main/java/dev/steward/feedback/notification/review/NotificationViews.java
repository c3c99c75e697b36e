package dev.steward.feedback.notification.review;

import static java.util.stream.Collectors.toMap;

import dev.steward.feedback.entry.FeedbackView.ContactReference;
import dev.steward.feedback.notification.DeliveryStatus;
import dev.steward.feedback.notification.Message;
import dev.steward.feedback.notification.NotificationMode;
import dev.steward.feedback.notification.NotificationStatus;
import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/// Reads notifications and messages with everything that is shown. Personal data is joined on read.
@ApplicationScoped
class NotificationViews {

    private static final String SUMMARY =
            """
            select version, mode, status, case when status = 'OPEN' then opened_at end as opened_at
            from loop where release_id = :release
            """;
    private static final String COUNTS =
            "select status, count(*)::int as people from delivery where release_id = :release group by status";
    private static final String DELIVERY =
            """
            select d.*, coalesce(r.name, '') as release, c.name, c.email, c.customer_id, array(
                select f.title from told t join feedback f on f.id = t.feedback_id
                where t.delivery_id = d.id order by f.id limit 101) as titles
            from delivery d join contact c on c.id = d.contact_id left join release r on r.id = d.release_id
            """;
    private static final String ONE = DELIVERY + "where d.id = :id";
    private static final String PAGE =
            DELIVERY
                    + "where d.release_id = :release and (:after::uuid is null or d.id > :after::uuid) order by d.id limit :limit";
    private static final GenericType<List<String>> TEXTS = new GenericType<>() {};

    private final Database database;

    NotificationViews(Database database) {
        this.database = database;
    }

    Optional<NotificationView.NotificationSummary> summary(UUID release) {
        return database.query(
                SUMMARY,
                query ->
                        query.bind("release", release)
                                .map(row ->
                                        new NotificationView.NotificationSummary(
                                                row.getColumn("version", Long.class),
                                                row.getColumn("mode", NotificationMode.class),
                                                row.getColumn("status", NotificationStatus.class),
                                                row.getColumn("opened_at", Instant.class)))
                                .findOne());
    }

    Map<DeliveryStatus, Integer> counts(UUID release) {
        return database.query(
                COUNTS,
                query ->
                        query.bind("release", release)
                                .collectRows(
                                        toMap(
                                                row ->
                                                        row.getColumn(
                                                                "status", DeliveryStatus.class),
                                                row -> row.getColumn("people", Integer.class),
                                                Integer::sum,
                                                () -> new EnumMap<>(DeliveryStatus.class))));
    }

    Optional<DeliveryView> find(UUID delivery) {
        return database.query(
                ONE,
                query -> query.bind("id", delivery).map(NotificationViews::delivery).findOne());
    }

    List<DeliveryView> page(UUID release, @Nullable UUID after, int limit) {
        return database.query(
                PAGE,
                query ->
                        query.bind("release", release)
                                .bind("after", after)
                                .bind("limit", limit)
                                .map(NotificationViews::delivery)
                                .list());
    }

    private static DeliveryView delivery(RowView row) {
        var message =
                Message.to(
                        row.getColumn("name", String.class),
                        row.getColumn("release", String.class),
                        row.getColumn("titles", TEXTS),
                        row.getColumn("text", String.class));
        return new DeliveryView(
                row.getColumn("id", UUID.class),
                row.getColumn("version", Long.class),
                row.getColumn("release_id", UUID.class),
                contact(row),
                row.getColumn("status", DeliveryStatus.class),
                message.subject(),
                message.text(),
                row.getColumn("text", String.class) != null,
                row.getColumn("attempt", Integer.class),
                row.getColumn("settled_at", Instant.class),
                row.getColumn("failure", String.class));
    }

    private static ContactReference contact(RowView row) {
        return new ContactReference(
                row.getColumn("contact_id", UUID.class),
                row.getColumn("name", String.class),
                row.getColumn("email", String.class),
                row.getColumn("customer_id", UUID.class));
    }
}
