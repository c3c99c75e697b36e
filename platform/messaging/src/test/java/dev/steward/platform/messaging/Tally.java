package dev.steward.platform.messaging;

import dev.steward.platform.database.Database;
import dev.steward.platform.messaging.consume.EventConsumer;
import dev.steward.platform.messaging.consume.IncomingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Counts: the one effect that would show each event applied twice, since nothing makes it
/// idempotent but the offset in its transaction.
@ApplicationScoped
public class Tally implements EventConsumer {

    private final Database database;

    Tally(Database database) {
        this.database = database;
    }

    @Override
    public boolean consumes(String type) {
        return type.startsWith("steward.other.thing.");
    }

    @Override
    public void accept(List<IncomingEvent> events) {
        for (var event : events) {
            database.update(
                    """
                    insert into tally values (:subject, 1)
                    on conflict (subject) do update set times = tally.times + 1
                    """,
                    count -> count.bind("subject", event.subject()));
        }
    }
}
