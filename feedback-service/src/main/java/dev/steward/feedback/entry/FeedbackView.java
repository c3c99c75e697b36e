package dev.steward.feedback.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.steward.feedback.item.ItemReference;
import dev.steward.feedback.source.Visitor;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An entry as a caller may see it. In a list the text, url, attributes and links are left out.
@Schema(name = "Feedback")
@JsonInclude(JsonInclude.Include.NON_NULL)
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
        @Schema(description = "Votes that were not withdrawn.") int voteCount,
        @Nullable List<LinkedItem> links,
        @Schema(description = "What a POST did.") @Nullable Outcome result) {

    @Schema(name = "SourceReference")
    public record SourceReference(UUID id, String name) {}

    /// @param name and `email` are for members; the e-mail needs the right CUSTOMER_VALUE
    @Schema(name = "ContactReference")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ContactReference(
            UUID id, @Nullable String name, @Nullable String email, @Nullable UUID customerId) {

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
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LinkedItem(
            UUID id, ItemReference item, String kind, @Nullable Integer importance) {}

    /// Personal data as far as the caller may see it.
    public FeedbackView shownTo(Visitor visitor) {
        if (contact == null || visitor.mayRead(Right.CUSTOMER_VALUE)) {
            return this;
        }
        return with(
                visitor.mayRead(Right.CUSTOMERS) ? contact.withoutEmail() : contact.idOnly(),
                result);
    }

    public FeedbackView after(Outcome outcome) {
        return with(contact, outcome);
    }

    private FeedbackView with(@Nullable ContactReference seen, @Nullable Outcome outcome) {
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
                seen,
                voteCount,
                links,
                outcome);
    }
}
