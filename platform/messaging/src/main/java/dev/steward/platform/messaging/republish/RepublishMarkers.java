package dev.steward.platform.messaging.republish;

import dev.steward.platform.database.Database;
import dev.steward.platform.messaging.consume.EventConsumer;
import dev.steward.platform.messaging.consume.IncomingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Notes that a publisher has stated everything in a partition.
@ApplicationScoped
class RepublishMarkers implements EventConsumer {

    private static final String NOTE =
            """
            insert into republished_partition (publisher, partition, epoch) values (:publisher, :partition, :epoch)
            on conflict (publisher, partition) do update set epoch = excluded.epoch
            where excluded.epoch > republished_partition.epoch
            """;

    private record Completed(int epoch, int partition) {}

    private final Database database;

    RepublishMarkers(Database database) {
        this.database = database;
    }

    @Override
    public boolean consumes(String type) {
        return type.endsWith(Republish.COMPLETED);
    }

    @Override
    public void accept(List<IncomingEvent> events) {
        for (var event : events) {
            var completed = event.state(Completed.class);
            database.update(
                    NOTE,
                    note ->
                            note.bind("publisher", event.type().split("\\.")[1])
                                    .bind("partition", completed.partition())
                                    .bind("epoch", completed.epoch()));
        }
    }
}
