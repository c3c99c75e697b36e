package dev.steward.backlog.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Role;
import dev.steward.platform.messaging.store.EventContext;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobTest {

    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");

    private final EventContext olivia = new EventContext("olivia", null, "request-1", null, null);
    private final Job job =
            new Job(
                    new Grant(UUID.randomUUID(), "SHOP", Set.of(Role.OWNER), olivia),
                    new Job.Assignment(JobKind.SCORING_MODEL, "score", "{}"),
                    NOW);

    @Test
    void waitsForAWorker() {
        assertThat(job.status()).isEqualTo(JobStatus.PENDING);
        assertThat(job.step()).isEqualTo("score");
        assertThat(job.version()).isOne();
    }

    @Test
    void countsWhatWasDoneAndWhatOfItHasChanged() {
        job.setTotal(500);
        job.advance(200, 3);
        job.advance(200, 0);
        assertThat(job.status()).isEqualTo(JobStatus.RUNNING);
        assertThat(job.done()).isEqualTo(400);
        assertThat(job.changed()).isEqualTo(3);
        assertThat(job.total()).isEqualTo(500);
    }

    @Test
    void itsTotalIsNeverLessThanWhatIsDone() {
        job.setTotal(100);
        job.advance(120, 0);
        assertThat(job.total()).isEqualTo(120);
        job.setTotal(90);
        assertThat(job.total()).isEqualTo(120);
    }

    @Test
    void goesOnWhereItsLastStepEnded() {
        job.continueAfter(42);
        assertThat(job.position()).isEqualTo(42);
        job.continueWith("publish");
        assertThat(job.step()).isEqualTo("publish");
        assertThat(job.version()).as("each step can be watched").isEqualTo(3);
    }

    @Test
    void leadsToAVersion() {
        job.succeed(7, NOW.plusSeconds(60));
        assertThat(job.status()).isEqualTo(JobStatus.SUCCEEDED);
        assertThat(job.resultVersion()).isEqualTo(7);
        assertThat(job.endedAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void saysWhyItFailed() {
        job.fail("too-slow", "An item could not be scored in time.", NOW);
        assertThat(job.status()).isEqualTo(JobStatus.FAILED);
        assertThat(job.failureCode()).isEqualTo("too-slow");
        assertThat(job.failure()).startsWith("An item");
        assertThat(job.resultVersion()).isNull();
    }

    @Test
    void actsForWhoeverRequestedIt() {
        assertThat(job.by()).isEqualTo(olivia);
    }
}
