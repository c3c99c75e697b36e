package dev.steward.feedback.entry;

import dev.steward.feedback.item.ItemReference;
import dev.steward.feedback.source.ApiCaller;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.LongRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An entry as a caller may see it. In a list the text, url, attributes and links are left out.
@Schema(name = "Feedback")
public record FeedbackView(
        UUID id,
        long version,
        SourceReference source,
        @Nullable String externalId,
        String title,
        @Nullable String text,
        FeedbackKind kind,
        @Nullable String url,
        @Nullable Map<String, String> attributes,
        FeedbackStatus status,
        Instant submittedAt,
        @Nullable Instant sourceUpdatedAt,
        @Schema(description = "The entry that it is part of.") @Nullable UUID mergedInto,
        @Schema(description = "Why it was declined.") @Nullable String reason,
        @Nullable ContactReference contact,
        @Schema(description = "Votes that were not withdrawn; for a source key those it brought.")
                int voteCount,
        @Schema(description = "Not for source keys: they see `solvedBy`.")
                @Nullable List<LinkedItem> links,
        @Schema(description = "The items that solve it, as far as anybody outside may know them.")
                @Nullable List<SolvingItem> solvedBy,
        @Schema(description = "What a POST did.") @Nullable FeedbackResult result) {

    @Schema(name = "SourceReference")
    public record SourceReference(UUID id, String name) {}

    /// @param name and `email` are for members; the e-mail needs the right CUSTOMER_VALUE
    @Schema(name = "ContactReference")
    public record ContactReference(
            UUID id, @Nullable String name, @Nullable String email, @Nullable UUID customerId) {

        public long bytes() {
            return 100 + LongRows.bytes(name, email);
        }

        /// As far as a member may see personal data.
        public ContactReference shownTo(Grant grant) {
            if (grant.mayRead(Right.CUSTOMER_VALUE)) {
                return this;
            }
            return grant.mayRead(Right.CUSTOMERS) ? withoutEmail() : idOnly();
        }

        ContactReference withoutEmail() {
            return new ContactReference(id, name, null, customerId);
        }

        ContactReference idOnly() {
            return new ContactReference(id, null, null, null);
        }
    }

    @Schema(name = "LinkedItem")
    public record LinkedItem(
            UUID id, ItemReference item, String kind, @Nullable Integer importance) {}

    /// @param key null while the item's event has not arrived
    /// @param release the name of the one that it went out with; null while it has not
    @Schema(name = "SolvingItem")
    public record SolvingItem(@Nullable String key, @Nullable String release) {}

    /// Of a summary, in a list.
    long bytes() {
        return 500
                + (contact == null ? 0 : contact.bytes())
                + LongRows.bytes(source.name(), externalId, title, reason);
    }

    /// As far as the caller may see it.
    public FeedbackView shownTo(ApiCaller caller) {
        return switch (caller) {
            case ApiCaller.Member member -> shownTo(member);
            case ApiCaller.Key _ -> shownToItsSource();
        };
    }

    /// What the source said itself, and what became of it; what is not named here it does not see.
    private FeedbackView shownToItsSource() {
        return new FeedbackView(
                id,
                version,
                source,
                externalId,
                title,
                text,
                kind,
                url,
                attributes,
                status,
                submittedAt,
                sourceUpdatedAt,
                null,
                reason,
                null,
                voteCount,
                null,
                solvedBy,
                null);
    }

    private FeedbackView shownTo(ApiCaller.Member caller) {
        if (contact == null || caller.mayRead(Right.CUSTOMER_VALUE)) {
            return this;
        }
        return with(
                caller.mayRead(Right.CUSTOMERS) ? contact.withoutEmail() : contact.idOnly(),
                result);
    }

    public FeedbackView withResult(FeedbackResult result) {
        return with(contact, result);
    }

    private FeedbackView with(@Nullable ContactReference contact, @Nullable FeedbackResult result) {
        return new FeedbackView(
                id,
                version,
                source,
                externalId,
                title,
                text,
                kind,
                url,
                attributes,
                status,
                submittedAt,
                sourceUpdatedAt,
                mergedInto,
                reason,
                contact,
                voteCount,
                links,
                solvedBy,
                result);
    }
}
