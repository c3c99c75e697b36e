package dev.steward.platform.messaging.topic;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import dev.steward.platform.messaging.consume.TopicIdPartition;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.generic.GenericType;

/// Table `consumed`, all partitions of a topic at once: where the topic is another than before, or
/// its log does not hold any more what comes next.
final class TopicPositions {

    private static final String IDS =
            "select distinct topic_id from consumed where topic = :topic and topic_id is not null";

    /// Of before the id was known: what stands there is taken for an offset of the topic that is
    /// there now. Where it cannot be, the log says so ([LogGaps]).
    private static final String ADOPT =
            "update consumed set topic_id = :id where topic = :topic and topic_id is null";

    private static final String BEGIN_ANEW =
            """
            update consumed set topic_id = :id, next = 0, tried = null, tries = 0, batch = null, careful_until = null
            where topic = :topic and (topic_id = any (:before) or topic_id is null)
            """;

    /// Whoever holds them is not overtaken by a worker.
    private static final String HOLD =
            """
            select partition, next from consumed where topic = :topic and topic_id = :id order by partition for update
            """;

    /// Also where nobody has begun to read yet.
    private static final String MOVE =
            """
            insert into consumed (topic, topic_id, partition, next) values (:topic, :id, :partition, :next)
            on conflict (topic, partition) do update set next = excluded.next, tried = null, tries = 0, batch = null,
                careful_until = null
            where consumed.topic_id = excluded.topic_id
            """;

    private final Database database;

    TopicPositions(Database database) {
        this.database = database;
    }

    /// Usually one; none when nothing of the topic was read yet.
    Set<String> idsOf(String topic) {
        return database.query(IDS, query -> query.bind("topic", topic).mapTo(String.class).set());
    }

    void adopt(String topic, String id) {
        database.update(ADOPT, adopt -> adopt.bind("id", id).bind("topic", topic));
    }

    /// From the first offset on, in whichever partitions are of one of these topics, or of who
    /// knows which.
    ///
    /// @return how many partitions that were
    int beginAnew(String topic, Collection<String> before, String id) {
        return database.update(
                BEGIN_ANEW,
                begin ->
                        begin.bind("id", id)
                                .bind("topic", topic)
                                .bind("before", SqlArray.texts(before)));
    }

    /// The next offset of each partition, held until the end of the transaction.
    Map<Integer, Long> hold(String topic, String id) {
        return database.query(
                HOLD,
                query ->
                        query.bind("topic", topic)
                                .bind("id", id)
                                .setMapKeyColumn("partition")
                                .setMapValueColumn("next")
                                .collectInto(new GenericType<Map<Integer, Long>>() {}));
    }

    void move(TopicIdPartition partition, long next) {
        database.update(
                MOVE,
                move ->
                        move.bind("topic", partition.topic())
                                .bind("id", partition.topicId())
                                .bind("partition", partition.number())
                                .bind("next", next));
    }
}
