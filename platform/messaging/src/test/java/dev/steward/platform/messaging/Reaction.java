package dev.steward.platform.messaging;

import dev.steward.platform.messaging.consume.EventConsumer;
import dev.steward.platform.messaging.consume.IncomingEvent;
import dev.steward.platform.messaging.store.RecordUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/// Does one thing per event, after the projections; a test can make it fail.
@ApplicationScoped
public class Reaction implements EventConsumer {

    private final DataSource database;
    private Consumer<IncomingEvent> before = _ -> {};
    private Consumer<IncomingEvent> after = _ -> {};

    Reaction(DataSource database) {
        this.database = database;
    }

    public void before(Consumer<IncomingEvent> step) {
        before = step;
    }

    /// The last step before the transaction commits.
    public void after(Consumer<IncomingEvent> step) {
        after = step;
    }

    @Override
    public boolean wants(String type) {
        return type.startsWith("steward.other.thing.") && !type.contains(".snapshot.");
    }

    @Override
    public void accept(List<IncomingEvent> events) {
        events.forEach(this::react);
    }

    private void react(IncomingEvent event) {
        before.accept(event);
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                "insert into effect values (?, ?) on conflict do nothing")) {
            insert.setObject(1, event.id());
            insert.setObject(2, event.subject());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new RecordUnavailable(e);
        }
        after.accept(event);
    }

    @Override
    public int turn() {
        return 1;
    }
}
