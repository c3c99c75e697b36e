package dev.steward.feedback.entry;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A feedback entry.
///
/// @param externalId its id in its source; null when the source gave none
/// @param contactId who said it; null when unknown
/// @param triaged whether somebody has looked at it
/// @param recordedBy who submitted it: a member's subject or `source:<id>`
/// @param mergedInto the entry that it was merged into; null when it is not merged
/// @param rootId the entry at the top of its family of merged entries: itself when it is not merged
/// @param decision set when somebody closed it without doing anything
/// @param reason of the decision
/// @param status follows from links and items; stored here, calculated by FeedbackStatuses
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

    /// Whether it came without a title: then the title is the beginning of the text.
    public boolean isUntitled() {
        return title.equals(FeedbackTitle.fromText(text));
    }

    /// Whether the stored state is newer than one that the source changed at the given moment.
    public boolean isNewerThan(@Nullable Instant update) {
        return update != null && sourceUpdatedAt != null && update.isBefore(sourceUpdatedAt);
    }

    /// Updates the entry with what the source sends now.
    ///
    /// @return empty when nothing changes
    public Optional<FeedbackEvent.Edited> update(FeedbackContent content) {
        var updated = with(version, content);
        return updated.equals(this)
                ? Optional.empty()
                : Optional.of(new FeedbackEvent.Edited(with(version + 1, content), this));
    }

    /// Merges it into another entry of the product: its votes count there from now on.
    ///
    /// @param into an entry that is not merged itself
    /// @return empty when it is merged into that entry already
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

    /// Undoes the merge; entries that were merged into it stay merged into it.
    ///
    /// @throws FeedbackIsNotMerged when it is not merged
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
