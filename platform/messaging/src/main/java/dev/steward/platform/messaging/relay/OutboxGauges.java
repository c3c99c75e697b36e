package dev.steward.platform.messaging.relay;

import dev.steward.platform.database.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.statement.StatementContext;

/// `steward.outbox.age` (seconds of the oldest waiting event), `steward.outbox.waiting`,
/// `steward.dead.letters`: what ops watch.
@ApplicationScoped
public class OutboxGauges {

    private static final String LOOK =
            """
            select (select count(*) from outbox) as waiting,
                (select coalesce(extract(epoch from now() - e.at), 0)::bigint from outbox o join event e on e.id = o.event_id
                 order by o.id limit 1) as age,
                (select count(*) from dead_letter where replayed_at is null) as letters
            """;

    private final Database database;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong age = new AtomicLong();
    private final AtomicLong deadLetters = new AtomicLong();

    OutboxGauges(Database database, MeterRegistry metrics) {
        this.database = database;
        Gauge.builder("steward.outbox.waiting", waiting, AtomicLong::get).register(metrics);
        Gauge.builder("steward.outbox.age", age, AtomicLong::get)
                .baseUnit("seconds")
                .register(metrics);
        Gauge.builder("steward.dead.letters", deadLetters, AtomicLong::get).register(metrics);
    }

    @Scheduled(every = "10s", delayed = "5s")
    void look() {
        var now = database.query(LOOK, query -> query.map(OutboxGauges::counts).one());
        waiting.set(now.waiting());
        age.set(now.age());
        deadLetters.set(now.deadLetters());
    }

    private record Counts(long waiting, long age, long deadLetters) {}

    private static Counts counts(ResultSet row, StatementContext context) throws SQLException {
        return new Counts(row.getLong("waiting"), row.getLong("age"), row.getLong("letters"));
    }
}
