package dev.steward.feedback.loop;

import dev.steward.feedback.entry.FeedbackView.ContactReference;
import dev.steward.platform.access.Grant;
import dev.steward.platform.web.LongRows;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A message to a person, as a caller may see it.
@Schema(name = "Delivery")
record DeliveryView(
        UUID id,
        long version,
        UUID releaseId,
        ContactReference contact,
        DeliveryStatus status,
        String subject,
        @Schema(description = "As it was or will be sent.") String text,
        @Schema(description = "Somebody has written the text.") boolean edited,
        @Schema(description = "How often somebody has begun to send it.") int attempts,
        @Schema(description = "When its status became final.") @Nullable Instant settledAt,
        @Schema(description = "Why the last attempt failed.") @Nullable String failure) {

    long bytes() {
        return 500 + contact.bytes() + LongRows.bytes(subject, text, failure);
    }

    DeliveryView shownTo(Grant grant) {
        return new DeliveryView(
                id,
                version,
                releaseId,
                contact.shownTo(grant),
                status,
                subject,
                text,
                edited,
                attempts,
                settledAt,
                failure);
    }
}
