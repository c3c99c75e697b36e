package dev.steward.platform.messaging.consume;

import dev.steward.platform.messaging.store.RecordUnavailable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import javax.sql.DataSource;

/// Table `consumed`: where this service stands in each partition, and of which topic the partition
/// is. What happens to all partitions of a topic at once: [TopicPositions].
public final class PartitionPositions {

    private static final String FIND =
            """
            with begun as (
                insert into consumed (topic, partition, next, topic_id) values (?, ?, 0, ?) on conflict do nothing)
            select next, case when tried = next then tries else 0 end as tries, batch, careful_until, topic_id
            from consumed where topic = ? and partition = ?
            """;

    /// On disk a little later: it has to outlive the process, not the machine.
    private static final String COUNT =
            """
            with soon as (select set_config('synchronous_commit', 'off', true))
            update consumed set tried = next, tries = ?, batch = ?, careful_until = ? from soon
            where topic = ? and partition = ? and topic_id = ? and next = ?
            """;

    private static final String ADVANCE =
            """
            update consumed set next = ?, tries = 0, batch = ?, careful_until = ?
            where topic = ? and partition = ? and topic_id = ? and next = ?
            """;

    private final DataSource database;

    public PartitionPositions(DataSource database) {
        this.database = database;
    }

    /// 0 when this service has never read the partition.
    ///
    /// @throws PartitionTaken when what is stored is of another topic of that name
    public PartitionPosition find(TopicIdPartition partition) {
        try (var connection = database.getConnection();
                var find = connection.prepareStatement(FIND)) {
            find.setString(1, partition.topic());
            find.setInt(2, partition.number());
            find.setString(3, partition.topicId());
            find.setString(4, partition.topic());
            find.setInt(5, partition.number());
            try (var row = find.executeQuery()) {
                // The insert's own row is not visible to its statement: nothing found is 0.
                return row.next() ? read(partition, row) : PartitionPosition.at(0);
            }
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
    }

    /// Says that a try begins; in a transaction of its own, so that it is said even if the process
    /// does not outlive the try.
    ///
    /// @throws PartitionTaken when another instance has moved the offset
    void countTry(TopicIdPartition partition, PartitionPosition at) {
        try (var connection = database.getConnection();
                var count = connection.prepareStatement(COUNT)) {
            count.setInt(1, at.tries() + 1);
            bindCare(count, at);
            bindPlace(count, partition, at);
            moved(count, partition);
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
    }

    /// In the transaction of what the records did.
    ///
    /// @throws PartitionTaken when another instance has moved the offset, or the topic is another
    public void advance(TopicIdPartition partition, PartitionPosition from, PartitionPosition to) {
        try (var connection = database.getConnection();
                var advance = connection.prepareStatement(ADVANCE)) {
            advance.setLong(1, to.next());
            bindCare(advance, to);
            bindPlace(advance, partition, from);
            moved(advance, partition);
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
    }

    private static PartitionPosition read(TopicIdPartition partition, ResultSet row)
            throws SQLException {
        if (!partition.topicId().equals(row.getString("topic_id"))) {
            throw new PartitionTaken(partition);
        }
        var next = row.getLong("next");
        return row.getObject("batch") == null
                ? new PartitionPosition(next, row.getInt("tries"), PartitionPosition.ALL, next)
                : new PartitionPosition(
                        next,
                        row.getInt("tries"),
                        row.getInt("batch"),
                        row.getLong("careful_until"));
    }

    private static void bindCare(PreparedStatement statement, PartitionPosition position)
            throws SQLException {
        var careful = position.most() < PartitionPosition.ALL;
        statement.setObject(2, careful ? position.most() : null, Types.INTEGER);
        statement.setObject(3, careful ? position.until() : null, Types.BIGINT);
    }

    private static void bindPlace(
            PreparedStatement statement, TopicIdPartition partition, PartitionPosition position)
            throws SQLException {
        statement.setString(4, partition.topic());
        statement.setInt(5, partition.number());
        statement.setString(6, partition.topicId());
        statement.setLong(7, position.next());
    }

    private static void moved(PreparedStatement statement, TopicIdPartition partition)
            throws SQLException {
        if (statement.executeUpdate() == 0) {
            throw new PartitionTaken(partition);
        }
    }
}
