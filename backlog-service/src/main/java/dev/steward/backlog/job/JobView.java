package dev.steward.backlog.job;

import dev.steward.platform.access.Person;
import dev.steward.platform.web.Representation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How a job is going.
///
/// @param resultVersion the version that it led to: of the order, or of the scoring model; null
///   until it has SUCCEEDED
/// @param errors why it FAILED
@Schema(name = "Job")
public record JobView(
        UUID id,
        UUID productId,
        JobKind kind,
        JobStatus status,
        Progress progress,
        Counts counts,
        List<JobError> errors,
        @Nullable Long resultVersion,
        Instant createdAt,
        Person createdBy,
        @Nullable Instant endedAt,
        long version) {

    /// @param items to work on; 0 until that is known
    /// @param done of these
    @Schema(name = "JobProgress")
    public record Progress(int items, int done) {}

    /// @param changed items that have another rank, or another score
    @Schema(name = "JobCounts")
    public record Counts(int changed) {}

    @Schema(name = "JobError")
    public record JobError(String code, @Nullable String message) {}

    public static JobView of(Job job, Person creator) {
        return new JobView(
                job.id(),
                job.productId(),
                job.kind(),
                job.status(),
                new Progress(job.total(), job.done()),
                new Counts(job.changed()),
                errors(job),
                job.resultVersion(),
                job.createdAt(),
                creator,
                job.endedAt(),
                job.version());
    }

    private static List<JobError> errors(Job job) {
        var code = job.failureCode();
        return code == null ? List.of() : List.of(new JobError(code, job.failure()));
    }

    public String path() {
        return pathOf(id);
    }

    public static String pathOf(UUID job) {
        return "/api/v1/jobs/" + job;
    }

    public String etag() {
        return Representation.etag(version);
    }
}
