package dev.steward.feedback.entry;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a source says in an entry.
///
/// @param submittedAt null when it does not say: then as before, or now
/// @param sourceUpdatedAt when it last changed there
/// @param contactId who says it; null when it does not say: then as before
public record FeedbackContent(
        String title,
        String text,
        FeedbackKind kind,
        @Nullable String url,
        Map<String, String> attributes,
        @Nullable Instant submittedAt,
        @Nullable Instant sourceUpdatedAt,
        @Nullable UUID contactId) {}
