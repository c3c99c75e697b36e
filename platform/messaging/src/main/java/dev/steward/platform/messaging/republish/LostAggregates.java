package dev.steward.platform.messaging.republish;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.database.Database;
import dev.steward.platform.messaging.consume.BatchProcessing;
import dev.steward.platform.messaging.consume.EventConsumer;
import dev.steward.platform.messaging.consume.IncomingEvent;
import dev.steward.platform.messaging.readyourwrites.ProjectionTable;
import dev.steward.platform.messaging.topic.Topics;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
            group by publisher having count(*) = :partitions
                and min(epoch) > coalesce((select p.epoch from projected_epoch p
                                           where p.publisher = republished_partition.publisher), 1)
            order by publisher limit 1
            """;

    /// Epoch 0 is what was never announced: an item that was asked for and is not there yet. The
    /// rows stay locked, so that what arrives of them meanwhile comes after. A product's row is its
    /// own product's.
    private static final String LOST =
            """
            select id, version, coalesce(cast(to_jsonb(t) ->> 'product_id' as uuid), id) as product_id from %s t
            where not deleted and epoch between 1 and :before order by id limit 500 for update
            """;

    private static final String CLEARED =
            """
            insert into projected_epoch (publisher, epoch) values (:publisher, :epoch)
            on conflict (publisher) do update set epoch = excluded.epoch
            """;

    private final Database database;
    private final List<EventConsumer> consumers;
    private final BatchProcessing processing;
    private final Clock clock;

    LostAggregates(
            Database database,
            @All List<EventConsumer> consumers,
            BatchProcessing processing,
            Clock clock) {
        this.database = database;
        this.consumers = consumers;
        this.processing = processing;
        this.clock = clock;
    }

    /// Deletes up to 500 of them.
    ///
    /// @return false when there is nothing to do
    @Transactional
    boolean step() {
        var stated = stated();
        stated.ifPresent(this::clear);
        return stated.isPresent();
    }

    private void clear(Statement stated) {
        for (var consumer : consumers) {
            if (consumer instanceof ProjectionTable projection
                    && consumer.consumes(type(stated, projection, "snapshot"))) {
                var lost = lost(stated, projection);
                if (!lost.isEmpty()) {
                    processing.deliver(lost);
                    return;
                }
            }
        }
        database.update(
                CLEARED,
                update ->
                        update.bind("publisher", stated.publisher()).bind("epoch", stated.epoch()));
    }

    private Optional<Statement> stated() {
        return database.query(
                STATED,
                query ->
                        query.bind("partitions", Topics.PARTITIONS)
                                .map(row ->
                                        new Statement(
                                                row.getColumn("publisher", String.class),
                                                row.getColumn("epoch", Integer.class)))
                                .findOne());
    }

    private List<IncomingEvent> lost(Statement stated, ProjectionTable projection) {
        var type = type(stated, projection, "lost");
        var now = clock.instant();
        return database.query(
                LOST.formatted(projection.table()),
                query ->
                        query.bind("before", stated.epoch() - 1)
                                .map(row ->
                                        deletion(
                                                type,
                                                row.getColumn("id", UUID.class),
                                                row.getColumn("product_id", UUID.class),
                                                stated.epoch(),
                                                row.getColumn("version", Long.class),
                                                now))
                                .list());
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

    private static String type(Statement stated, ProjectionTable projection, String happened) {
        return "steward."
                + stated.publisher()
                + "."
                + projection.aggregateType()
                + "."
                + happened
                + ".v1";
    }
}
