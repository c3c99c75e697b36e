package dev.steward.backlog.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.backlog.imports.ImportStatus.ImportHasEnded;
import dev.steward.backlog.imports.RowStaging.FileKind;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Role;
import dev.steward.platform.messaging.store.EventContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImportJobTest {

    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private final ImportJob job =
            new ImportJob(
                    new Grant(
                            UUID.randomUUID(),
                            "SHOP",
                            Set.of(Role.OWNER),
                            new EventContext("olivia", null, null, null, null)),
                    new FileKind("jira", false, List.of("Sprint")),
                    NOW);

    @Test
    void addsUpThePartsOfItsFile() {
        job.receive(100, 2, NOW);
        job.receive(50, 0, NOW);
        job.completeUpload(3, LATER);
        assertThat(job.total()).isEqualTo(150);
        assertThat(job.counts()).isEqualTo(ImportCounts.failed(5));
        assertThat(job.status()).isEqualTo(ImportStatus.PENDING);
    }

    @Test
    void takesNoMoreOfAFileThatIsComplete() {
        job.completeUpload(0, NOW);
        assertThatThrownBy(() -> job.receive(1, 0, LATER))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void runsChunkByChunkUntilItSucceeds() {
        job.advance(100, new ImportCounts(90, 5, 3, 2), NOW);
        assertThat(job.status()).isEqualTo(ImportStatus.RUNNING);
        job.advance(150, new ImportCounts(50, 0, 0, 0), NOW);
        job.succeed(LATER);
        assertThat(job.position()).isEqualTo(150);
        assertThat(job.counts()).isEqualTo(new ImportCounts(140, 5, 3, 2));
        assertThat(job.endedAt()).isEqualTo(LATER);
    }

    @Test
    void saysWhyItFailed() {
        job.fail("The database ended", LATER);
        assertThat(job.status()).isEqualTo(ImportStatus.FAILED);
        assertThat(job.failure()).isEqualTo("The database ended");
    }

    @Test
    void cancelledTwiceItIsCancelledOnce() {
        job.cancel(NOW);
        var version = job.version();
        assertThatCode(() -> job.cancel(LATER)).doesNotThrowAnyException();
        assertThat(job.version()).isEqualTo(version);
        assertThat(job.endedAt()).isEqualTo(NOW);
    }

    @Test
    void oneThatHasEndedIsNotCancelled() {
        job.succeed(NOW);
        assertThatThrownBy(() -> job.cancel(LATER))
                .isInstanceOf(ImportHasEnded.class)
                .hasMessageContaining("SUCCEEDED");
    }
}
