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
/// @param mergedInto the entry that it is part of; null when it stands for itself
/// @param rootId the entry that stands for its family of merged entries: itself when it is none
/// @param decision of somebody who closed it without anything done
/// @param reason of the decision
/// @param status derived: kept with the entry, decided elsewhere
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
        String recordedBy,
        @Nullable UUID mergedInto,
        UUID rootId,
        @Nullable Decision decision,
        @Nullable String reason,
        FeedbackStatus status) {

    public FeedbackEvent received() {
        return new FeedbackEvent.Received(this);
    }

    /// Whether its title is only the beginning of its text.
    public boolean isUntitled() {
        return title.equals(FeedbackTitle.fromText(text));
    }

    /// Whether a source that last changed the entry at a moment lags behind what is known.
    public boolean isNewerThan(@Nullable Instant update) {
        return update != null && sourceUpdatedAt != null && update.isBefore(sourceUpdatedAt);
    }

    /// Takes over what the source says now.
    ///
    /// @return empty when it says nothing new
    public Optional<FeedbackEvent.Edited> update(FeedbackContent content) {
        var updated = with(version, content);
        return updated.equals(this)
                ? Optional.empty()
                : Optional.of(new FeedbackEvent.Edited(with(version + 1, content), this));
    }

    /// Its voices count for another entry of the product from now on.
    ///
    /// @param into stands for itself
    /// @return empty when it is so already
    /// @throws MergedIntoItself where that would be a circle
    public Optional<FeedbackEvent.Merged> mergeInto(Feedback into) {
        if (into.id.equals(mergedInto)) {
            return Optional.empty();
        }
        if (into.rootId.equals(rootId)) {
            throw new MergedIntoItself();
        }
        return Optional.of(new FeedbackEvent.Merged(withParent(into.id, into.rootId), this));
    }

    /// It stands for itself again, with what was merged into it before.
    ///
    /// @throws FeedbackIsNotMerged when it does already
    public FeedbackEvent.Unmerged unmerge() {
        if (mergedInto == null) {
            throw new FeedbackIsNotMerged();
        }
        return new FeedbackEvent.Unmerged(withParent(null, id), this);
    }

    private Feedback withParent(@Nullable UUID mergedInto, UUID rootId) {
        return new Feedback(
                id,
                productId,
                version + 1,
                sourceId,
                externalId,
                title,
                text,
                kind,
                url,
                attributes,
                submittedAt,
                sourceUpdatedAt,
                contactId,
                triaged,
                recordedBy,
                mergedInto,
                rootId,
                decision,
                reason,
                status);
    }

    private Feedback with(long version, FeedbackContent content) {
        return new Feedback(
                id,
                productId,
                version,
                sourceId,
                externalId,
                content.title(),
                content.text(),
                content.kind(),
                content.url(),
                content.attributes(),
                content.submittedAt() == null ? submittedAt : content.submittedAt(),
                content.sourceUpdatedAt() == null ? sourceUpdatedAt : content.sourceUpdatedAt(),
                content.contactId() == null ? contactId : content.contactId(),
                triaged,
                recordedBy,
                mergedInto,
                rootId,
                decision,
                reason,
                status);
    }
}
