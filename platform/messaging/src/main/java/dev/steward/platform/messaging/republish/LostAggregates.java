package dev.steward.platform.messaging.republish;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.messaging.consume.BatchProcessing;
import dev.steward.platform.messaging.consume.EventConsumer;
import dev.steward.platform.messaging.consume.IncomingEvent;
import dev.steward.platform.messaging.readyourwrites.Projected;
import dev.steward.platform.messaging.store.RecordUnavailable;
import dev.steward.platform.messaging.topic.Topics;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/// Aggregates that their owner lost in a restore from backup: it has stated everything in a higher
/// epoch, and these were not among it. They are deleted here as if their deletion had been
/// announced, projections and reactions alike.
@ApplicationScoped
class LostAggregates {

    private record Statement(String publisher, int epoch) {}

    /// Publishers whose word is complete in all partitions and newer than what was cleared so far.
    private static final String STATED =
            """
            select publisher, min(epoch) as epoch from republished_partition
            group by publisher having count(*) = ?
                and min(epoch) > coalesce((select p.epoch from projected_epoch p
                                           where p.publisher = republished_partition.publisher), 1)
            order by publisher limit 1
            """;

    /// Epoch 0 is what was never announced: an item that was asked for and is not there yet. The
    /// rows stay locked, so that what arrives of them meanwhile comes after. A product's row is its
    /// own product's.
    private static final String LOST =
            """
            select id, version, coalesce((to_jsonb(t) ->> 'product_id')::uuid, id) as product_id from %s t
            where not deleted and epoch between 1 and ? order by id limit 500 for update
            """;

    private static final String CLEARED =
            """
            insert into projected_epoch (publisher, epoch) values (?, ?)
            on conflict (publisher) do update set epoch = excluded.epoch
            """;

    private final DataSource database;
    private final List<EventConsumer> consumers;
    private final BatchProcessing consumption;
    private final Clock clock;

    LostAggregates(
            DataSource database,
            @All List<EventConsumer> consumers,
            BatchProcessing consumption,
            Clock clock) {
        this.database = database;
        this.consumers = consumers;
        this.consumption = consumption;
        this.clock = clock;
    }

    /// Deletes up to 500 of them.
    ///
    /// @return false when there is nothing to do
    @Transactional
    boolean step() {
        try (var connection = database.getConnection()) {
            var stated = stated(connection);
            if (stated.isPresent()) {
                clear(connection, stated.get());
            }
            return stated.isPresent();
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
    }

    private void clear(Connection connection, Statement stated) throws SQLException {
        for (var consumer : consumers) {
            if (consumer instanceof Projected projected
                    && consumer.wants(type(stated, projected, "snapshot"))) {
                var lost = lost(connection, stated, projected);
                if (!lost.isEmpty()) {
                    consumption.deliver(lost);
                    return;
                }
            }
        }
        try (var cleared = connection.prepareStatement(CLEARED)) {
            cleared.setString(1, stated.publisher());
            cleared.setInt(2, stated.epoch());
            cleared.executeUpdate();
        }
    }

    private static Optional<Statement> stated(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(STATED)) {
            select.setInt(1, Topics.PARTITIONS);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Statement(row.getString(1), row.getInt(2)))
                        : Optional.empty();
            }
        }
    }

    private List<IncomingEvent> lost(Connection connection, Statement stated, Projected projected)
            throws SQLException {
        var type = type(stated, projected, "lost");
        var now = clock.instant();
        List<IncomingEvent> lost = new ArrayList<>();
        try (var select = connection.prepareStatement(LOST.formatted(projected.table()))) {
            select.setInt(1, stated.epoch() - 1);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    lost.add(
                            deletion(
                                    type,
                                    row.getObject("id", UUID.class),
                                    row.getObject("product_id", UUID.class),
                                    stated.epoch(),
                                    row.getLong("version"),
                                    now));
                }
            }
        }
        return lost;
    }

    private static IncomingEvent deletion(
            String type, UUID id, UUID product, int epoch, long version, Instant now) {
        return new IncomingEvent(
                UuidCreator.getTimeOrderedEpoch(),
                type,
                id,
                product,
                epoch,
                version,
                "system:republish",
                now,
                null,
                null,
                JsonNodeFactory.instance.objectNode(),
                null);
    }

    private static String type(Statement stated, Projected projected, String happened) {
        return "steward."
                + stated.publisher()
                + "."
                + projected.aggregateType()
                + "."
                + happened
                + ".v1";
    }
}
