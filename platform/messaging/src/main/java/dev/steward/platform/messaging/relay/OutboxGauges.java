package dev.steward.platform.messaging.relay;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/// `steward.outbox.age` (seconds of the oldest waiting event), `steward.outbox.waiting`,
/// `steward.dead.letters`: what ops watch.
@ApplicationScoped
public class OutboxGauges {

    private static final String LOOK =
            """
            select (select count(*) from outbox),
                (select coalesce(extract(epoch from now() - e.at), 0)::bigint from outbox o join event e on e.id = o.event_id
                 order by o.id limit 1),
                (select count(*) from dead_letter where replayed_at is null)
            """;

    private final DataSource database;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong age = new AtomicLong();
    private final AtomicLong deadLetters = new AtomicLong();

    OutboxGauges(DataSource database, MeterRegistry metrics) {
        this.database = database;
        Gauge.builder("steward.outbox.waiting", waiting, AtomicLong::get).register(metrics);
        Gauge.builder("steward.outbox.age", age, AtomicLong::get)
                .baseUnit("seconds")
                .register(metrics);
        Gauge.builder("steward.dead.letters", deadLetters, AtomicLong::get).register(metrics);
    }

    @Scheduled(every = "10s", delayed = "5s")
    void look() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(LOOK)) {
            row.next();
            waiting.set(row.getLong(1));
            age.set(row.getLong(2));
            deadLetters.set(row.getLong(3));
        }
    }
}
