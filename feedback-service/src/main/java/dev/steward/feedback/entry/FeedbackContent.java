package dev.steward.feedback.entry;

import dev.steward.feedback.identity.PersonalData;
import dev.steward.platform.messaging.store.Changes;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/// The content of an entry, as its source sends it.
///
/// @param submittedAt null when the source does not say: then what is stored, or now
/// @param sourceUpdatedAt when the entry last changed in the source; null when the source does not
///   say
/// @param contactId who said it; null when the source does not say: then what is stored
@Embeddable
public record FeedbackContent(
        String title,
        String text,
        @Enumerated(EnumType.STRING) FeedbackKind kind,
        @Nullable String url,
        @Column(columnDefinition = "jsonb")
                @JdbcTypeCode(SqlTypes.JSON)
                @Mutability(Immutability.class)
                Map<String, String> attributes,
        @Nullable Instant submittedAt,
        @Nullable Instant sourceUpdatedAt,
        @Nullable UUID contactId) {

    /// With the given values where the source does not say.
    FeedbackContent or(
            @Nullable Instant submittedAt,
            @Nullable Instant sourceUpdatedAt,
            @Nullable UUID contactId) {
        return new FeedbackContent(
                title,
                text,
                kind,
                url,
                attributes,
                this.submittedAt == null ? submittedAt : this.submittedAt,
                this.sourceUpdatedAt == null ? sourceUpdatedAt : this.sourceUpdatedAt,
                this.contactId == null ? contactId : this.contactId);
    }

    /// Whether it came without a title: then the title is the beginning of the text.
    boolean isUntitled() {
        return title.equals(FeedbackTitle.fromText(text));
    }

    @Nullable String titleForEvents() {
        return isUntitled() ? null : PersonalData.textForEvents(title);
    }

    Changes changesTo(FeedbackContent to) {
        return Changes.of("title", titleForEvents(), to.titleForEvents())
                .and("kind", kind, to.kind)
                .and("contactId", contactId, to.contactId)
                .and("submittedAt", submittedAt, to.submittedAt);
    }
}
