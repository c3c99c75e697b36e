package dev.steward.feedback.entry;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A feedback entry.
///
/// @param externalId its id in its source; null when nobody will send it again
/// @param contactId who said it; null when unknown
/// @param triaged whether somebody has dealt with it
/// @param recordedBy who brought it in: a member's subject or `source:<id>`
public record Feedback(
        UUID id,
        UUID productId,
        long version,
        UUID sourceId,
        @Nullable String externalId,
        String title,
        String text,
        FeedbackKind kind,
        @Nullable String url,
        Map<String, String> attributes,
        Instant submittedAt,
        @Nullable Instant sourceUpdatedAt,
        @Nullable UUID contactId,
        boolean triaged,
        String recordedBy) {

    public FeedbackEvent received() {
        return new FeedbackEvent.Received(this);
    }

    /// Whether a source that last changed the entry at a moment lags behind what is known.
    public boolean isNewerThan(@Nullable Instant update) {
        return update != null && sourceUpdatedAt != null && update.isBefore(sourceUpdatedAt);
    }

    /// Takes over what the source says now.
    ///
    /// @return empty when it says nothing new
    public Optional<FeedbackEvent.Edited> hear(Said said) {
        var heard = with(version, said);
        return heard.equals(this)
                ? Optional.empty()
                : Optional.of(new FeedbackEvent.Edited(with(version + 1, said), this));
    }

    private Feedback with(long version, Said said) {
        return new Feedback(
                id,
                productId,
                version,
                sourceId,
                externalId,
                said.title(),
                said.text(),
                said.kind(),
                said.url(),
                said.attributes(),
                said.submittedAt() == null ? submittedAt : said.submittedAt(),
                said.sourceUpdatedAt() == null ? sourceUpdatedAt : said.sourceUpdatedAt(),
                said.contactId() == null ? contactId : said.contactId(),
                triaged,
                recordedBy);
    }
}
