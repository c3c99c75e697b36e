package dev.steward.feedback.notification.sending;

import static java.util.stream.Collectors.toMap;

import dev.steward.feedback.identity.PersonalData;
import dev.steward.feedback.notification.Handover;
import dev.steward.feedback.notification.Message;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.Json;
import dev.steward.platform.database.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.qualifier.QualifiedType;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/// Reads what is sent to whom. Personal data is joined here, when it is needed.
@ApplicationScoped
class Messages {

    private static final String TO =
            """
            select d.id, c.email, c.opt_out, c.name, d.text, coalesce(r.name, '') as release,
                coalesce(r.status = 'RELEASED' and not r.deleted, true) as is_out, array(
                select f.title from told t join feedback f on f.id = t.feedback_id
                where t.delivery_id = d.id order by f.id limit 101) as titles,
                teller.source_id, teller.external_id, (
                select json_agg(json_build_object('id', f.id, 'externalId',
                    case when f.external_id not like '%@%' then f.external_id end) order by f.id)
                from told t join feedback f on f.id = t.feedback_id where t.delivery_id = d.id) as entries
            from delivery d join contact c on c.id = d.contact_id left join release r on r.id = d.release_id
            left join lateral (
                select s.id as source_id, x.external_id from told t join feedback f on f.id = t.feedback_id
                join source s on s.id = f.source_id and s.hands_over
                join contact_external_id x on x.contact_id = d.contact_id and x.system = s.system
                where t.delivery_id = d.id order by f.id, x.external_id limit 1) teller on true
            where d.id = any (:deliveries)
            """;

    /// Locks the entries that people asked in, which keeps their roots the same, and returns the
    /// roots.
    private static final String LOCK_ENTRIES =
            """
            select root_id from feedback where id in (select feedback_id from told where delivery_id = any (:deliveries))
            order by id for no key update
            """;

    /// @param isReleased false after a rollback
    record AddressedMessage(Channel channel, Message message, boolean isReleased) {}

    private static final GenericType<List<String>> TEXTS = new GenericType<>() {};
    private static final QualifiedType<List<Handover.Entry>> ENTRIES =
            Json.column(new GenericType<>() {});

    private final Database database;

    Messages(Database database) {
        this.database = database;
    }

    Map<UUID, AddressedMessage> to(Collection<UUID> deliveries) {
        return database.query(
                TO,
                query ->
                        query.bind("deliveries", SqlArray.uuids(deliveries))
                                .collectRows(
                                        toMap(
                                                row -> row.getColumn("id", UUID.class),
                                                Messages::read)));
    }

    /// @return the entries whose status depends on these deliveries
    Collection<UUID> lockEntries(Collection<UUID> deliveries) {
        return database.query(
                LOCK_ENTRIES,
                query ->
                        query.bind("deliveries", SqlArray.uuids(deliveries))
                                .mapTo(UUID.class)
                                .collectIntoSet());
    }

    private static AddressedMessage read(RowView row) {
        return new AddressedMessage(
                Channel.of(
                        row.getColumn("opt_out", Boolean.class),
                        handover(row),
                        row.getColumn("email", String.class)),
                Message.to(
                        row.getColumn("name", String.class),
                        row.getColumn("release", String.class),
                        row.getColumn("titles", TEXTS),
                        row.getColumn("text", String.class)),
                row.getColumn("is_out", Boolean.class));
    }

    /// Null when no source of the person's entries tells the person itself.
    private static @Nullable Handover handover(RowView row) {
        var source = row.getColumn("source_id", UUID.class);
        return source == null
                ? null
                : new Handover(
                        source,
                        PersonalData.externalIdForEvents(
                                row.getColumn("external_id", String.class)),
                        row.getColumn("entries", ENTRIES));
    }
}
