package dev.steward.backlog.job;

import dev.steward.backlog.ApiTexts;
import dev.steward.platform.access.Person;
import dev.steward.platform.web.conditional.Representation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A job, as answers show it.
@Schema(name = "Job")
public record JobView(
        @Schema(description = "Id of the job.") UUID id,
        @Schema(description = "Id of the product that the job works on.") UUID productId,
        @Schema(
                        description =
                                "ORDER_PROPOSAL: a proposed order becomes the order. SCORING_MODEL:"
                                        + " another scoring model becomes the active one.")
                JobKind kind,
        @Schema(description = "PENDING, RUNNING, or ended: SUCCEEDED, FAILED or CANCELLED.")
                JobStatus status,
        @Schema(description = "How many items there are and how many are done.") Progress progress,
        @Schema(description = "What has changed so far.") Counts counts,
        @Schema(description = "Why the job failed; empty unless the status is FAILED.")
                List<JobError> errors,
        @Schema(
                        description =
                                "The version that the job led to: `orderVersion` of the order, or"
                                        + " `version` of the scoring model. Null until the status is"
                                        + " SUCCEEDED.")
                @Nullable Long resultVersion,
        @Schema(description = "When the job was accepted (UTC).") Instant createdAt,
        @Schema(description = "Who asked for it.") Person createdBy,
        @Schema(description = "When it ended (UTC); null while it is PENDING or RUNNING.")
                @Nullable Instant endedAt,
        @Schema(description = ApiTexts.VERSION) long version) {

    @Schema(name = "JobProgress")
    public record Progress(
            @Schema(description = "Items to work on; 0 until that is known.") int items,
            @Schema(description = "Items that are done.") int done) {}

    @Schema(name = "JobCounts")
    public record Counts(
            @Schema(
                            description =
                                    "Items that got another rank (ORDER_PROPOSAL) or another score"
                                            + " (SCORING_MODEL).")
                    int changed) {}

    @Schema(name = "JobError")
    public record JobError(
            @Schema(
                            description =
                                    "Stable code of the problem, for example `contradicting-pins`"
                                            + " or `took-too-long`.")
                    String code,
            @Schema(
                            description =
                                    "What went wrong, for people to read (English); null when there"
                                            + " is no more to say.")
                    @Nullable String message) {}

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
