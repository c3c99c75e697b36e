package dev.steward.platform.messaging;

import dev.steward.platform.database.Database;
import dev.steward.platform.messaging.consume.EventConsumer;
import dev.steward.platform.messaging.consume.IncomingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Consumer;

/// Does one thing per event, after the projections; a test can make it fail.
@ApplicationScoped
public class Reaction implements EventConsumer {

    private final Database database;
    private Consumer<IncomingEvent> before = _ -> {};
    private Consumer<IncomingEvent> after = _ -> {};

    Reaction(Database database) {
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
    public boolean consumes(String type) {
        return type.startsWith("steward.other.thing.") && !type.contains(".snapshot.");
    }

    @Override
    public void accept(List<IncomingEvent> events) {
        events.forEach(this::react);
    }

    private void react(IncomingEvent event) {
        before.accept(event);
        database.update(
                "insert into effect values (:id, :subject) on conflict do nothing",
                insert -> insert.bind("id", event.id()).bind("subject", event.subject()));
        after.accept(event);
    }

    @Override
    public boolean isReaction() {
        return true;
    }
}
