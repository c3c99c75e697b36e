package dev.steward.feedback.entry;

import dev.steward.feedback.item.ItemReference;
import dev.steward.feedback.source.caller.ApiCaller;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.paging.SizeLimitedPage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An entry, as far as the caller may see it. In a list text, url, attributes and links are null.
@Schema(name = "Feedback")
public record FeedbackView(
        @Schema(description = "Id of the entry.") UUID id,
        @Schema(
                        description =
                                "Increases by 1 with every change. Votes, links and the status do not count.")
                long version,
        @Schema(description = "The source that the entry came from.") SourceReference source,
        @Schema(description = "Id of the entry in its source; null when the source gave none.")
                @Nullable String externalId,
        @Schema(
                        description =
                                "Title of the entry; the first line of its text when it came without one.")
                String title,
        @Schema(description = "What was said, in Markdown. Null in a list.") @Nullable String text,
        @Schema(description = "What sort of feedback it is.") FeedbackKind kind,
        @Schema(
                        description =
                                "Where the entry can be read in its source. Null when not given, and in a list.")
                @Nullable String url,
        @Schema(description = "Free facts about the entry, by name. Null in a list.")
                @Nullable Map<String, String> attributes,
        @Schema(
                        description =
                                "Follows from the entry's links. NEW: nobody has looked at it. TRIAGED: looked at, no item solves it. LINKED: an item solves it. PLANNED: such an item is selected for a sprint. IN_PROGRESS: one is being worked on, done or released. SHIPPED: all are released, and people are still to be told. CLOSED: all are released and everybody was told. DECLINED or SPAM: closed without an item. MERGED: part of another entry.")
                FeedbackStatus status,
        @Schema(
                        description =
                                "When the feedback was given; older feedback adds less to the demand.")
                Instant submittedAt,
        @Schema(
                        description =
                                "When the entry last changed in its source; null when the source does not say.")
                @Nullable Instant sourceUpdatedAt,
        @Schema(
                        description =
                                "Id of the entry that this one was merged into; null when it is not merged, and for a source key.")
                @Nullable UUID mergedInto,
        @Schema(description = "Why the entry was declined; null when it was not.")
                @Nullable String reason,
        @Schema(
                        description =
                                "The person who gave the feedback; null when unknown, and for a source key.")
                @Nullable ContactReference contact,
        @Schema(
                        description =
                                "Number of votes that were not withdrawn. A source key sees the number of those that its source submitted.")
                int voteCount,
        @Schema(
                        description =
                                "The items that the entry is linked to. Null in a list, and for a source key, which sees `solvedBy`.")
                @Nullable List<LinkedItem> links,
        @Schema(
                        description =
                                "The items that solve the entry or one merged with it, without anything internal. Null in a list.")
                @Nullable List<SolvingItem> solvedBy,
        @Schema(
                        description =
                                "Only in the answer to a POST, otherwise null: what the request did. CREATED, UPDATED, UNCHANGED, STALE (the source has sent a newer state before) or CLOSED (nothing new, and its votes were not taken because the entry is closed).")
                @Nullable FeedbackResult result) {

    @Schema(name = "SourceReference")
    public record SourceReference(
            @Schema(description = "Id of the source.") UUID id,
            @Schema(description = "Name of the source, as shown to people.") String name) {}

    /// A person in an answer. The name needs the right CUSTOMERS, the address CUSTOMER_VALUE.
    @Schema(name = "ContactReference")
    public record ContactReference(
            @Schema(description = "Id of the contact.") UUID id,
            @Schema(
                            description =
                                    "Name of the person. Null when unknown, and for callers without the right CUSTOMERS.")
                    @Nullable String name,
            @Schema(
                            description =
                                    "E-mail address of the person. Null when unknown, and for callers without the right CUSTOMER_VALUE.")
                    @Nullable String email,
            @Schema(
                            description =
                                    "Id of the customer (company) that the person belongs to. Null for a person without a company, and for callers without the right CUSTOMERS.")
                    @Nullable UUID customerId) {

        public long bytes() {
            return 100 + SizeLimitedPage.bytes(name, email);
        }

        /// With the personal data that the member may see.
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
            @Schema(description = "Id of the link.") UUID id,
            @Schema(description = "The item that the entry is linked to.") ItemReference item,
            @Schema(
                            description =
                                    "SOLVES: the item is what the entry asks for, and its votes count for the item. Other kinds only relate the two.")
                    String kind,
            @Schema(
                            description =
                                    "How much those who did not say want the item: 0 (nice to have) to 3 (must have). Null counts as 1.")
                    @Nullable Integer importance) {}

    /// An item that solves the entry, as its source may see it.
    ///
    /// @param key null while the item's event has not arrived
    /// @param release name of the release that contains it; null while it is not released
    @Schema(name = "SolvingItem")
    public record SolvingItem(
            @Schema(
                            description =
                                    "Key of the item, such as `SHOP-142`; null for a moment after the item was created.")
                    @Nullable String key,
            @Schema(
                            description =
                                    "Name of the release that contains the item; null while it is not released.")
                    @Nullable String release) {}

    /// Estimated size in a list, in bytes.
    long bytes() {
        return 500
                + (contact == null ? 0 : contact.bytes())
                + SizeLimitedPage.bytes(source.name(), externalId, title, reason);
    }

    /// With what the caller may see.
    public FeedbackView shownTo(ApiCaller caller) {
        return switch (caller) {
            case ApiCaller.Member member -> shownTo(member);
            case ApiCaller.Key _ -> shownToItsSource();
        };
    }

    /// What the source sent, and what became of it. Everything else is null.
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
