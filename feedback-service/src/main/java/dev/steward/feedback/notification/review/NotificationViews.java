package dev.steward.feedback.notification.review;

import static java.util.stream.Collectors.toMap;

import dev.steward.feedback.database.Row;
import dev.steward.feedback.database.Statements;
import dev.steward.feedback.entry.FeedbackView.ContactReference;
import dev.steward.feedback.notification.DeliveryStatus;
import dev.steward.feedback.notification.Message;
import dev.steward.feedback.notification.NotificationMode;
import dev.steward.feedback.notification.NotificationStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads notifications and messages with everything that is shown. Personal data is joined on read.
@ApplicationScoped
class NotificationViews {

    private static final String SUMMARY =
            """
            select version, mode, status, case when status = 'OPEN' then opened_at end as opened_at
            from loop where release_id = ?
            """;
    private static final String COUNTS =
            "select status, count(*)::int as people from delivery where release_id = ? group by status";
    private static final String DELIVERY =
            """
            select d.*, coalesce(r.name, '') as release, c.name, c.email, c.customer_id, array(
                select f.title from told t join feedback f on f.id = t.feedback_id
                where t.delivery_id = d.id order by f.id limit 101) as titles
            from delivery d join contact c on c.id = d.contact_id left join release r on r.id = d.release_id
            """;
    private static final String ONE = DELIVERY + "where d.id = ?";
    private static final String PAGE =
            DELIVERY
                    + "where d.release_id = ? and (?::uuid is null or d.id > ?::uuid) order by d.id limit ?";
    private final Statements statements;

    NotificationViews(Statements statements) {
        this.statements = statements;
    }

    Optional<NotificationView.NotificationSummary> summary(UUID release) {
        return statements.first(
                SUMMARY,
                row ->
                        new NotificationView.NotificationSummary(
                                row.version(),
                                row.constant("mode", NotificationMode.class),
                                row.constant("status", NotificationStatus.class),
                                row.instantOrNull("opened_at")),
                release);
    }

    Map<DeliveryStatus, Integer> counts(UUID release) {
        return byStatus(statements.list(COUNTS, NotificationViews::count, release));
    }

    Optional<DeliveryView> find(UUID delivery) {
        return statements.first(ONE, NotificationViews::delivery, delivery);
    }

    List<DeliveryView> page(UUID release, @Nullable UUID after, int limit) {
        return statements.list(PAGE, NotificationViews::delivery, release, after, after, limit);
    }

    private static Map.Entry<DeliveryStatus, Integer> count(Row row) throws SQLException {
        return Map.entry(row.constant("status", DeliveryStatus.class), row.number("people"));
    }

    private static Map<DeliveryStatus, Integer> byStatus(
            List<Map.Entry<DeliveryStatus, Integer>> counts) {
        return counts.stream()
                .collect(
                        toMap(
                                Map.Entry::getKey,
                                Map.Entry::getValue,
                                Integer::sum,
                                () -> new EnumMap<>(DeliveryStatus.class)));
    }

    private static DeliveryView delivery(Row row) throws SQLException {
        var message =
                Message.to(
                        row.textOrNull("name"),
                        row.text("release"),
                        row.texts("titles"),
                        row.textOrNull("text"));
        return new DeliveryView(
                row.id("id"),
                row.version(),
                row.id("release_id"),
                contact(row),
                row.constant("status", DeliveryStatus.class),
                message.subject(),
                message.text(),
                row.textOrNull("text") != null,
                row.number("attempt"),
                row.instantOrNull("settled_at"),
                row.textOrNull("failure"));
    }

    private static ContactReference contact(Row row) throws SQLException {
        return new ContactReference(
                row.id("contact_id"),
                row.textOrNull("name"),
                row.textOrNull("email"),
                row.idOrNull("customer_id"));
    }
}
