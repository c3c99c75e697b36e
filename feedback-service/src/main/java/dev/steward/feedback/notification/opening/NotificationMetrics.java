package dev.steward.feedback.notification.opening;

import dev.steward.platform.database.Database;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/// `steward.loop.opening.age`: age in seconds of the oldest notification whose messages are still
/// being created; 0 when there is none. A release of 100,000 people takes minutes; a notification
/// that takes longer is stuck.
@ApplicationScoped
class NotificationMetrics {

    private static final String OLDEST =
            "select opened_at from loop where status = 'OPENING' order by opened_at limit 1";

    private final Database database;
    private final Clock clock;
    private final AtomicLong age = new AtomicLong();

    NotificationMetrics(Database database, Clock clock, MeterRegistry metrics) {
        this.database = database;
        this.clock = clock;
        Gauge.builder("steward.loop.opening.age", age, AtomicLong::get)
                .baseUnit("seconds")
                .register(metrics);
    }

    @Scheduled(every = "10s", delayed = "5s")
    void update() {
        age.set(
                database.query(OLDEST, query -> query.mapTo(Instant.class).findOne())
                        .map(this::secondsSince)
                        .orElse(0L));
    }

    private long secondsSince(Instant began) {
        return Math.max(0, Duration.between(began, clock.instant()).toSeconds());
    }
}
