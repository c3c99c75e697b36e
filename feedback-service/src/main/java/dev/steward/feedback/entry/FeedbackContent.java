package dev.steward.feedback.entry;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The content of an entry, as its source sends it.
///
/// @param submittedAt null when the source does not say: then what is stored, or now
/// @param sourceUpdatedAt when the entry last changed in the source; null when the source does not
///   say
/// @param contactId who said it; null when the source does not say: then what is stored
public record FeedbackContent(
        String title,
        String text,
        FeedbackKind kind,
        @Nullable String url,
        Map<String, String> attributes,
        @Nullable Instant submittedAt,
        @Nullable Instant sourceUpdatedAt,
        @Nullable UUID contactId) {}
