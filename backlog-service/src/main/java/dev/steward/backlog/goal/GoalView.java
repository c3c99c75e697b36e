package dev.steward.backlog.goal;

import dev.steward.platform.access.Person;
import dev.steward.platform.web.LongRows;
import dev.steward.platform.web.Representation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A goal in full.
///
/// @param endedAt when it was achieved or abandoned
/// @param reason why it was abandoned
@Schema(name = "Goal")
record GoalView(
        UUID id,
        UUID productId,
        String title,
        @Nullable String description,
        @Nullable LocalDate targetDate,
        @Nullable String measure,
        GoalStatus status,
        Instant createdAt,
        Person createdBy,
        @Nullable Instant activatedAt,
        @Nullable Instant endedAt,
        @Nullable String reason,
        long version) {

    /// What it takes in an answer, roughly.
    long bytes() {
        return 1_000 + LongRows.bytes(title, description, measure, reason);
    }

    String etag() {
        return Representation.etag(version);
    }
}
