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
        @Schema(description = GoalFields.DESCRIPTION) @Nullable String description,
        @Schema(description = GoalFields.TARGET_DATE) @Nullable LocalDate targetDate,
        @Schema(description = GoalFields.MEASURE) @Nullable String measure,
        @Schema(description = GoalView.STATUS) GoalStatus status,
        @Schema(description = "When it was proposed (UTC).") Instant createdAt,
        @Schema(description = "Who proposed it.") Person createdBy,
        @Schema(description = GoalView.ACTIVATED_AT) @Nullable Instant activatedAt,
        @Schema(description = GoalView.ENDED_AT) @Nullable Instant endedAt,
        @Schema(description = "Why it was abandoned; null unless the status is ABANDONED.")
                @Nullable String reason,
        @Schema(description = ApiTexts.VERSION) long version)
        implements Tagged {

    static final String STATUS =
            "PROPOSED, ACTIVE (at most one per product), or ended: ACHIEVED or ABANDONED.";
    static final String ACTIVATED_AT = "When it became ACTIVE (UTC); null when it never was.";
    static final String ENDED_AT =
            "When it was achieved or abandoned (UTC); null while it is open.";

    /// Estimated size in an answer, in bytes.
    long bytes() {
        return 1_000 + SizeLimitedPage.bytes(title, description, measure, reason);
    }

    @Override
    public String etag() {
        return Representation.etag(version);
    }
}
