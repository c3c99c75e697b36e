package dev.steward.feedback.notification.opening;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.Tables;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is deleted after notifications, and the metric of opening ones. The notifications are due
/// in the year 2100, so that no worker processes them.
@QuarkusTest
class NotificationCleanupTest {

    private static final int MANY = 4_500;

    @Inject Tables tables;
    @Inject NotificationCleanup cleanup;
    @Inject NotificationMetrics notificationMetrics;
    @Inject MeterRegistry metrics;

    @BeforeEach
    void nothingElseOpens() {
        tables.execute("update loop set status = 'STOPPED' where status = 'OPENING'");
    }

    @Test
    void deletesTheEntriesOfOpenNotifications() {
        var open = notification("OPEN", "1 hour");
        var opening = notification("OPENING", "1 hour");
        var stopped = notification("STOPPED", "1 hour");
        cleanup.deleteObsolete();
        assertThat(entries(open)).isZero();
        assertThat(entries(opening)).isEqualTo(MANY);
        assertThat(entries(stopped)).as("another release may take them over").isEqualTo(MANY);
    }

    @Test
    void deletesThePeopleOfStoppedNotifications() {
        var stopped = notification("STOPPED", "1 hour");
        var opening = notification("OPENING", "1 hour");
        cleanup.deleteObsolete();
        assertThat(askers(stopped)).isZero();
        assertThat(askers(opening)).isEqualTo(MANY);
    }

    @Test
    void measuresTheAgeOfTheOldestOpeningNotification() {
        notificationMetrics.update();
        assertThat(age()).isZero();
        var old = notification("OPENING", "2 hours");
        notification("OPENING", "1 hour");
        notification("OPEN", "3 hours");
        notificationMetrics.update();
        assertThat(age()).isBetween(7_200.0, 7_900.0);
        tables.execute("update loop set status = 'OPEN' where release_id = ?", old);
        notificationMetrics.update();
        assertThat(age()).isBetween(3_600.0, 4_300.0);
    }

    private UUID notification(String status, String age) {
        var release = UuidCreator.getTimeOrderedEpoch();
        tables.execute(
                """
                insert into loop (release_id, product_id, version, mode, opened_at, status, step, due_at)
                values (?, uuidv7(), 1, 'MANUAL', now() - ?::interval, ?, 'TELLING', '2100-01-01T00:00:00Z')
                """,
                release,
                age,
                status);
        tables.execute(
                """
                with entries as (
                    insert into loop_entry (release_id, feedback_id, root_id)
                    select ?, n.id, n.id from (select uuidv7() as id from generate_series(1, ?)) n
                    returning release_id, feedback_id)
                insert into loop_asker (release_id, contact_id, feedback_id, root_id)
                select release_id, uuidv7(), feedback_id, feedback_id from entries
                """,
                release,
                MANY);
        return release;
    }

    private int entries(UUID release) {
        return number("select count(*)::int as n from loop_entry where release_id = ?", release);
    }

    private int askers(UUID release) {
        return number("select count(*)::int as n from loop_asker where release_id = ?", release);
    }

    private int number(String sql, UUID release) {
        return tables.number(sql, release);
    }

    private double age() {
        return metrics.get("steward.loop.opening.age").gauge().value();
    }
}
