package dev.steward.feedback.notification.review;

import static java.util.stream.Collectors.toMap;

import dev.steward.feedback.entry.FeedbackView.ContactReference;
import dev.steward.feedback.notification.DeliveryStatus;
import dev.steward.feedback.notification.Message;
import dev.steward.feedback.notification.NotificationMode;
import dev.steward.feedback.notification.opening.Recipients;
import dev.steward.feedback.notification.opening.ShippingEntriesQuery;
import dev.steward.feedback.notification.review.NotificationView.Recipient;
import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/// Reads who would be told about a release that is not out yet. Each part of the statement follows
/// an index or reads its rows once, so that the cost grows with the number of people.
@ApplicationScoped
class NotificationPreview {

    /// `people`: who would be told, of which entries, from which sources. The same rule as in
    /// [Recipients]: whoever was told of one of their entries of a family is left out, unless that
    /// message waits for a release that was rolled back.
    private static final String PEOPLE =
            ShippingEntriesQuery.OF_A_RELEASE
                    + """
                    , family as (
                        select s.id as root_id, m.id, m.contact_id, m.source_id
                        from ships s join feedback m on m.root_id = s.id
                    ), asking as (
                        select root_id, id as feedback_id, source_id, contact_id from family where contact_id is not null
                        union
                        select f.root_id, f.id, f.source_id, v.contact_id
                        from family f join vote v on v.feedback_id = f.id where not v.withdrawn
                    ), heard as (
                        select a.*, bool_or(t.delivery_id is not null) over (partition by a.root_id, a.contact_id) as heard
                        from asking a left join told t on t.contact_id = a.contact_id and t.feedback_id = a.feedback_id
                            and not exists (
                                select from delivery d join release w on w.id = d.release_id
                                where d.id = t.delivery_id and d.status in ('HELD', 'PENDING', 'RETRY')
                                    and (w.status <> 'RELEASED' or w.deleted))
                    ), people as (
                        select contact_id, array_agg(feedback_id) as entries, array_agg(distinct source_id) as sources
                        from heard where not heard group by contact_id)
                    """;

    /// For a person `c` in the row `p` of `people`.
    private static final String FACTS =
            """
            c.opt_out, coalesce(c.email, '') <> '' as has_email, exists (
                select from source s join contact_external_id x on x.contact_id = c.id and x.system = s.system
                where s.id = any (p.sources) and s.hands_over) as source_tells
            """;

    private static final String COUNT =
            PEOPLE
                    + "select "
                    + FACTS
                    + ", count(*)::int as people from people p join contact c on c.id = p.contact_id group by 1, 2, 3";
    private static final String PAGE =
            PEOPLE
                    + """
                    , page as (
                        select p.* from people p where :after::uuid is null or p.contact_id > :after::uuid
                        order by p.contact_id limit :limit)
                    select c.id as contact_id, c.name, c.email, c.customer_id, array(
                        select f.title from feedback f where f.id = any (p.entries) order by f.id limit 101) as titles,
                    """
                    + FACTS
                    + " from page p join contact c on c.id = p.contact_id order by c.id";

    private static final GenericType<List<String>> TEXTS = new GenericType<>() {};

    private final Database database;

    NotificationPreview(Database database) {
        this.database = database;
    }

    Map<DeliveryStatus, Integer> counts(UUID release, NotificationMode mode) {
        return database.query(
                COUNT,
                query ->
                        query.bind("release", release)
                                .collectRows(
                                        toMap(
                                                row -> status(row, mode),
                                                row -> row.getColumn("people", Integer.class),
                                                Integer::sum,
                                                () -> new EnumMap<>(DeliveryStatus.class))));
    }

    /// @param name of the release
    List<Recipient> page(
            UUID release, String name, NotificationMode mode, @Nullable UUID after, int limit) {
        return database.query(
                PAGE,
                query ->
                        query.bind("release", release)
                                .bind("after", after)
                                .bind("limit", limit)
                                .map(row -> recipient(row, name, mode))
                                .list());
    }

    private static Recipient recipient(RowView row, String release, NotificationMode mode) {
        var message =
                Message.to(
                        row.getColumn("name", String.class),
                        release,
                        row.getColumn("titles", TEXTS),
                        null);
        var contact =
                new ContactReference(
                        row.getColumn("contact_id", UUID.class),
                        row.getColumn("name", String.class),
                        row.getColumn("email", String.class),
                        row.getColumn("customer_id", UUID.class));
        return new Recipient(contact, status(row, mode), message.subject(), message.text());
    }

    private static DeliveryStatus status(RowView row, NotificationMode mode) {
        return Recipients.initialStatus(
                mode,
                row.getColumn("opt_out", Boolean.class),
                row.getColumn("source_tells", Boolean.class),
                row.getColumn("has_email", Boolean.class));
    }
}
