package dev.steward.feedback.release;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A release in an answer.
@Schema(name = "FeedbackReleaseReference")
public record ReleaseReference(
        @Schema(description = "Id of the release.") UUID id,
        @Schema(
                        description =
                                "Name of the release; null for a moment after the release was created.")
                @Nullable String name) {}
