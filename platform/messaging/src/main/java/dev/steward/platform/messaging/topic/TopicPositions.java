package dev.steward.platform.messaging.topic;

import dev.steward.platform.messaging.consume.TopicIdPartition;
import dev.steward.platform.messaging.store.RecordUnavailable;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/// Table `consumed`, all partitions of a topic at once: where the topic is another than before, or
/// its log does not hold any more what comes next.
final class TopicPositions {

    private static final String IDS =
            "select distinct topic_id from consumed where topic = ? and topic_id is not null";

    /// Of before the id was known: what stands there is taken for an offset of the topic that is
    /// there now. Where it cannot be, the log says so ([LogGaps]).
    private static final String ADOPT =
            "update consumed set topic_id = ? where topic = ? and topic_id is null";

    private static final String BEGIN_ANEW =
            """
            update consumed set topic_id = ?, next = 0, tried = null, tries = 0, batch = null, careful_until = null
            where topic = ? and (topic_id = any (?) or topic_id is null)
            """;

    /// Whoever holds them is not overtaken by a worker.
    private static final String HOLD =
            """
            select partition, next from consumed where topic = ? and topic_id = ? order by partition for update
            """;

    /// Also where nobody has begun to read yet.
    private static final String MOVE =
            """
            insert into consumed (topic, topic_id, partition, next) values (?, ?, ?, ?)
            on conflict (topic, partition) do update set next = excluded.next, tried = null, tries = 0, batch = null,
                careful_until = null
            where consumed.topic_id = excluded.topic_id
            """;

    private final DataSource database;

    TopicPositions(DataSource database) {
        this.database = database;
    }

    /// Usually one; none when nothing of the topic was read yet.
    Set<String> idsOf(String topic) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(IDS)) {
            select.setString(1, topic);
            Set<String> ids = new HashSet<>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getString(1));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
    }

    void adopt(String topic, String id) {
        update(
                ADOPT,
                (_, adopt) -> {
                    adopt.setString(1, id);
                    adopt.setString(2, topic);
                });
    }

    /// From the first offset on, in whichever partitions are of one of these topics, or of who
    /// knows which.
    ///
    /// @return how many partitions that were
    int beginAnew(String topic, Collection<String> before, String id) {
        return update(
                BEGIN_ANEW,
                (connection, begin) -> {
                    begin.setString(1, id);
                    begin.setString(2, topic);
                    begin.setArray(3, texts(connection, before));
                });
    }

    /// The next offset of each partition, held until the end of the transaction.
    Map<Integer, Long> hold(String topic, String id) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(HOLD)) {
            select.setString(1, topic);
            select.setString(2, id);
            Map<Integer, Long> next = new HashMap<>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    next.put(row.getInt(1), row.getLong(2));
                }
            }
            return next;
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
    }

    void move(TopicIdPartition partition, long next) {
        update(
                MOVE,
                (_, move) -> {
                    move.setString(1, partition.topic());
                    move.setString(2, partition.topicId());
                    move.setInt(3, partition.number());
                    move.setLong(4, next);
                });
    }

    private interface Parameters {
        void bind(Connection connection, PreparedStatement statement) throws SQLException;
    }

    private int update(String sql, Parameters parameters) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            parameters.bind(connection, update);
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
    }

    private static Array texts(Connection connection, Collection<String> texts)
            throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
