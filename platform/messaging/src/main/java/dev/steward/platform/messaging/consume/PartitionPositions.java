package dev.steward.platform.messaging.consume;

import dev.steward.platform.database.Database;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/// Table `consumed`: where this service stands in each partition, and of which topic the partition
/// is. What happens to all partitions of a topic at once: [TopicPositions].
public final class PartitionPositions {

    private static final String FIND =
            """
            with begun as (
                insert into consumed (topic, partition, next, topic_id) values (:topic, :partition, 0, :topicId) on conflict do nothing)
            select next, case when tried = next then tries else 0 end as tries, batch, careful_until, topic_id
            from consumed where topic = :topic and partition = :partition
            """;

    /// On disk a little later: it has to outlive the process, not the machine.
    private static final String COUNT =
            """
            with soon as (select set_config('synchronous_commit', 'off', true))
            update consumed set tried = next, tries = :tries, batch = :batch, careful_until = :until from soon
            where topic = :topic and partition = :partition and topic_id = :topicId and next = :from
            """;

    private static final String ADVANCE =
            """
            update consumed set next = :next, tries = 0, batch = :batch, careful_until = :until
            where topic = :topic and partition = :partition and topic_id = :topicId and next = :from
            """;

    private final Database database;

    public PartitionPositions(Database database) {
        this.database = database;
    }

    /// 0 when this service has never read the partition.
    ///
    /// @throws PartitionTaken when what is stored is of another topic of that name
    public PartitionPosition find(TopicIdPartition partition) {
        // The insert's own row is not visible to its statement: nothing found is 0.
        return database.query(
                        FIND,
                        query ->
                                bindPartition(query, partition)
                                        .map(row -> position(partition, row))
                                        .findOne())
                .orElseGet(() -> PartitionPosition.at(0));
    }

    /// Says that a try begins; in a transaction of its own, so that it is said even if the process
    /// does not outlive the try.
    ///
    /// @throws PartitionTaken when another instance has moved the offset
    void countTry(TopicIdPartition partition, PartitionPosition at) {
        refuseTaken(
                partition,
                database.update(
                        COUNT,
                        count -> bind(count, partition, at, at).bind("tries", at.tries() + 1)));
    }

    /// In the transaction of what the records did.
    ///
    /// @throws PartitionTaken when another instance has moved the offset, or the topic is another
    public void advance(TopicIdPartition partition, PartitionPosition from, PartitionPosition to) {
        refuseTaken(
                partition,
                database.update(
                        ADVANCE,
                        advance -> bind(advance, partition, from, to).bind("next", to.next())));
    }

    private static PartitionPosition position(TopicIdPartition partition, RowView row) {
        if (!partition.topicId().equals(row.getColumn("topic_id", String.class))) {
            throw new PartitionTaken(partition);
        }
        var next = row.getColumn("next", Long.class);
        var batch = row.getColumn("batch", Integer.class);
        return new PartitionPosition(
                next,
                row.getColumn("tries", Integer.class),
                batch == null ? PartitionPosition.ALL : batch,
                batch == null ? next : row.getColumn("careful_until", Long.class));
    }

    private static <T extends SqlStatement<T>> T bindPartition(
            T statement, TopicIdPartition partition) {
        return statement
                .bind("topic", partition.topic())
                .bind("partition", partition.number())
                .bind("topicId", partition.topicId());
    }

    private static Update bind(
            Update update,
            TopicIdPartition partition,
            PartitionPosition from,
            PartitionPosition to) {
        var careful = to.most() < PartitionPosition.ALL;
        return bindPartition(update, partition)
                .bind("from", from.next())
                .bind("batch", careful ? (Integer) to.most() : null)
                .bind("until", careful ? (Long) to.until() : null);
    }

    private static void refuseTaken(TopicIdPartition partition, int rows) {
        if (rows == 0) {
            throw new PartitionTaken(partition);
        }
    }
}
