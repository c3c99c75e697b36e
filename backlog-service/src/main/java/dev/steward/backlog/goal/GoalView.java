package dev.steward.backlog.goal;

import dev.steward.backlog.ApiTexts;
import dev.steward.platform.access.Person;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.conditional.Tagged;
import dev.steward.platform.web.paging.SizeLimitedPage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A goal in full.
@Schema(name = "Goal")
record GoalView(
        @Schema(description = "Id of the goal.") UUID id,
        @Schema(description = "Id of the product that the goal belongs to.") UUID productId,
        @Schema(description = "Short name of the goal.") String title,
        @Schema(
                        description =
                                "What the goal means, in Markdown, at most 30,000 characters; null"
                                        + " when nothing was written.")
                @Nullable String description,
        @Schema(
                        description =
                                "The day by which the goal shall be reached; null when there is"
                                        + " none.")
                @Nullable LocalDate targetDate,
        @Schema(
                        description =
                                "How you will know that the goal is reached, at most 1,000"
                                        + " characters; null when not stated.")
                @Nullable String measure,
        @Schema(
                        description =
                                "PROPOSED, ACTIVE (at most one per product), or ended: ACHIEVED or"
                                        + " ABANDONED.")
                GoalStatus status,
        @Schema(description = "When it was proposed (UTC).") Instant createdAt,
        @Schema(description = "Who proposed it.") Person createdBy,
        @Schema(description = "When it became ACTIVE (UTC); null when it never was.")
                @Nullable Instant activatedAt,
        @Schema(description = "When it was achieved or abandoned (UTC); null while it is open.")
                @Nullable Instant endedAt,
        @Schema(description = "Why it was abandoned; null unless the status is ABANDONED.")
                @Nullable String reason,
        @Schema(description = ApiTexts.VERSION) long version)
        implements Tagged {

    /// Estimated size in an answer, in bytes.
    long bytes() {
        return 1_000 + SizeLimitedPage.bytes(title, description, measure, reason);
    }

    @Override
    public String etag() {
        return Representation.etag(version);
    }
}
