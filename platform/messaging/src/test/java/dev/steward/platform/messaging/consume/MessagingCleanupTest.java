package dev.steward.platform.messaging.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.platform.messaging.Tables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MessagingCleanupTest {

    @Inject MessagingCleanup cleanup;
    @Inject Tables database;

    @Test
    void forgetsWhatWasReplayedLongAgoInSeveralTransactionsAndNothingElse() {
        letters("long-ago", 1_200, "now() - interval '31 days'");
        letters("lately", 3, "now() - interval '29 days'");
        letters("waits", 3, "null");
        cleanup.cleanUp();
        assertThat(letters("long-ago")).isZero();
        assertThat(letters("lately")).isEqualTo(3);
        assertThat(letters("waits")).as("however old it is").isEqualTo(3);
        database.run("delete from dead_letter where topic in ('lately', 'waits')");
    }

    @Test
    void forgetsRepublishesThatAreLongDone() {
        var old = republish("now() - interval '31 days'");
        var young = republish("now() - interval '29 days'");
        cleanup.cleanUp();
        assertThat(republishes(old)).isZero();
        assertThat(republishes(young)).isOne();
        database.run("delete from republish_job where id = '%s'".formatted(young));
    }

    private void letters(String topic, int count, String replayedAt) {
        database.run(
                """
                insert into dead_letter (id, topic, partition, record_offset, headers, error, at, replayed_at)
                select gen_random_uuid(), '%s', 0, n, '{}', 'x', now() - interval '90 days', %s
                from generate_series(1, %d) n
                """
                        .formatted(topic, replayedAt, count));
    }

    private long letters(String topic) {
        return database.number("select count(*) from dead_letter where topic = ?", topic);
    }

    private UUID republish(String completedAt) {
        var id = UUID.randomUUID();
        database.run(
                """
                insert into republish_job (id, epoch, started_at, completed_at)
                values ('%s', 1, now() - interval '90 days', %s)
                """
                        .formatted(id, completedAt));
        return id;
    }

    private long republishes(UUID id) {
        return database.number("select count(*) from republish_job where id = ?", id);
    }
}
