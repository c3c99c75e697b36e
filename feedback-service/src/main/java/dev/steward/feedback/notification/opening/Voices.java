package dev.steward.feedback.notification.opening;

import dev.steward.feedback.notification.DeliveryStatus;
import dev.steward.feedback.notification.opening.Voice.EarlierMessage;
import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/// Reads who asked for entries, with what decides whether they are told.
@ApplicationScoped
public class Voices {

    private static final int ROWS_AT_ONCE = 2_000;

    private static final String GATHERED =
            """
            with asked as (
                select contact_id, feedback_id, root_id from loop_asker
                where release_id = :release and contact_id = any (:people))
            """;

    private static final String IN_ENTRIES =
            """
            with family as (
                select root_id, id, contact_id from feedback where root_id = any (:entries)
            ), asked as (
                select contact_id, id as feedback_id, root_id from family
                where contact_id is not null and (:after::uuid is null or contact_id > :after::uuid)
                union
                select v.contact_id, f.id, f.root_id from family f join vote v on v.feedback_id = f.id
                where not v.withdrawn and (:after::uuid is null or v.contact_id > :after::uuid))
            """;

    /// Every join follows an index, so that the cost grows with the number of voices, also while
    /// there are no statistics about new rows.
    private static final String FACTS =
            """
            select a.contact_id, a.feedback_id, a.root_id, c.opt_out, c.email,
                told.delivery_id, told.status, told.is_released, exists (
                    select from source s join contact_external_id x on x.contact_id = c.id and x.system = s.system
                    where s.id = f.source_id and s.hands_over) as source_tells
            from asked a join contact c on c.id = a.contact_id join feedback f on f.id = a.feedback_id
            left join lateral (
                select t.delivery_id, d.status, coalesce(r.status = 'RELEASED' and not r.deleted, true) as is_released
                from told t join delivery d on d.id = t.delivery_id left join release r on r.id = d.release_id
                where t.contact_id = a.contact_id and t.feedback_id = a.feedback_id limit 1) told on true
            order by a.contact_id, a.feedback_id
            """;

    private final Database database;

    public Voices(Database database) {
        this.database = database;
    }

    /// The gathered voices of a few people, person by person.
    List<Voice> gathered(UUID release, Collection<UUID> people) {
        return database.query(
                GATHERED + FACTS,
                query ->
                        query.bind("release", release)
                                .bind("people", SqlArray.uuids(people))
                                .map(Voices::voice)
                                .list());
    }

    /// All voices in entries and in those merged into them, person by person. In a transaction they
    /// are not all in memory at the same time.
    ///
    /// @param after only people after this one; null for all
    <T> T in(Collection<UUID> entries, @Nullable UUID after, Function<Stream<Voice>, T> reading) {
        return database.query(
                IN_ENTRIES + FACTS,
                query ->
                        query.bind("entries", SqlArray.uuids(entries))
                                .bind("after", after)
                                .setFetchSize(ROWS_AT_ONCE)
                                .map(Voices::voice)
                                .withStream(reading::apply));
    }

    private static Voice voice(RowView row) {
        var delivery = row.getColumn("delivery_id", UUID.class);
        return new Voice(
                row.getColumn("contact_id", UUID.class),
                row.getColumn("feedback_id", UUID.class),
                row.getColumn("root_id", UUID.class),
                delivery == null ? null : earlierMessage(delivery, row),
                row.getColumn("source_tells", Boolean.class),
                row.getColumn("opt_out", Boolean.class),
                row.getColumn("email", String.class));
    }

    private static EarlierMessage earlierMessage(UUID delivery, RowView row) {
        return new EarlierMessage(
                delivery,
                row.getColumn("status", DeliveryStatus.class),
                row.getColumn("is_released", Boolean.class));
    }
}
