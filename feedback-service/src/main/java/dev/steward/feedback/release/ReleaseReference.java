package dev.steward.feedback.release;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A release in an answer.
@Schema(name = "FeedbackReleaseReference")
public record ReleaseReference(UUID id, @Nullable String name) {}
