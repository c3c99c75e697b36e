package dev.steward.backlog.vision;

import dev.steward.platform.access.Person;
import dev.steward.platform.web.LongRows;
import dev.steward.platform.web.Representation;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A vision, as people read it.
///
/// @param writtenAt when it was published, or a draft last written
/// @param supersededAt when the next one was published
/// @param version counts drafts and publications together
@Schema(name = "Vision")
record VisionView(
        UUID productId,
        VisionStatus status,
        String statement,
        @Nullable String targetGroup,
        @Nullable String needs,
        @Nullable String product,
        @Nullable String businessGoals,
        Instant writtenAt,
        Person writtenBy,
        @Nullable Instant supersededAt,
        long version) {

    /// What it takes in an answer, roughly.
    long bytes() {
        return 1_000 + LongRows.bytes(statement, targetGroup, needs, product, businessGoals);
    }

    String etag() {
        return Representation.etag(version);
    }
}
