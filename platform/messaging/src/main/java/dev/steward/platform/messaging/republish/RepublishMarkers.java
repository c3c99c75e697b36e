package dev.steward.platform.messaging.republish;

import dev.steward.platform.messaging.consume.EventConsumer;
import dev.steward.platform.messaging.consume.IncomingEvent;
import dev.steward.platform.messaging.store.RecordUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/// Notes that a publisher has stated everything in a partition.
@ApplicationScoped
class RepublishMarkers implements EventConsumer {

    private static final String NOTE =
            """
            insert into republished_partition (publisher, partition, epoch) values (?, ?, ?)
            on conflict (publisher, partition) do update set epoch = excluded.epoch
            where excluded.epoch > republished_partition.epoch
            """;

    private record Completed(int epoch, int partition) {}

    private final DataSource database;

    RepublishMarkers(DataSource database) {
        this.database = database;
    }

    @Override
    public boolean wants(String type) {
        return type.endsWith(Republish.COMPLETED);
    }

    @Override
    public void accept(List<IncomingEvent> events) {
        try (var connection = database.getConnection();
                var note = connection.prepareStatement(NOTE)) {
            for (var event : events) {
                var completed = event.state(Completed.class);
                note.setString(1, event.type().split("\\.")[1]);
                note.setInt(2, completed.partition());
                note.setInt(3, completed.epoch());
                note.addBatch();
            }
            note.executeBatch();
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
    }
}
