package dev.steward.backlog.vision;

import dev.steward.platform.access.Person;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.paging.SizeLimitedPage;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A vision, as answers show it.
@Schema(name = "Vision")
record VisionView(
        @Schema(description = "Id of the product.") UUID productId,
        @Schema(
                        description =
                                "DRAFT, PUBLISHED (the present vision) or SUPERSEDED (replaced by a"
                                        + " later one).")
                VisionStatus status,
        @Schema(description = "The vision itself.") String statement,
        @Schema(description = "Who the product is for; null when not stated.")
                @Nullable String targetGroup,
        @Schema(description = "What these people need; null when not stated.")
                @Nullable String needs,
        @Schema(description = "What makes the product special; null when not stated.")
                @Nullable String product,
        @Schema(description = "What the product brings to those who make it; null when not stated.")
                @Nullable String businessGoals,
        @Schema(description = "When it was published; for a draft, when it was last saved (UTC).")
                Instant writtenAt,
        @Schema(description = "Who published it; for a draft, who last saved it.") Person writtenBy,
        @Schema(
                        description =
                                "When a later vision replaced it (UTC); null unless the status is"
                                        + " SUPERSEDED.")
                @Nullable Instant supersededAt,
        @Schema(
                        description =
                                "Rises with each saved draft and each publication. The `ETag`"
                                        + " carries it; send it as `If-Match` to write the vision.")
                long version) {

    /// Estimated size in an answer, in bytes.
    long bytes() {
        return 1_000 + SizeLimitedPage.bytes(statement, targetGroup, needs, product, businessGoals);
    }

    String etag() {
        return Representation.etag(version);
    }
}
