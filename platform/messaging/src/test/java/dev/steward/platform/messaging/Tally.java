package dev.steward.platform.messaging;

import dev.steward.platform.messaging.consume.EventConsumer;
import dev.steward.platform.messaging.consume.IncomingEvent;
import dev.steward.platform.messaging.store.RecordUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/// Counts: the one effect that would show each event applied twice, since nothing makes it
/// idempotent but the offset in its transaction.
@ApplicationScoped
public class Tally implements EventConsumer {

    private final DataSource database;

    Tally(DataSource database) {
        this.database = database;
    }

    @Override
    public boolean wants(String type) {
        return type.startsWith("steward.other.thing.");
    }

    @Override
    public void accept(List<IncomingEvent> events) {
        try (var connection = database.getConnection();
                var count =
                        connection.prepareStatement(
                                """
                                insert into tally values (?, 1)
                                on conflict (subject) do update set times = tally.times + 1
                                """)) {
            for (var event : events) {
                count.setObject(1, event.subject());
                count.addBatch();
            }
            count.executeBatch();
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
    }
}
