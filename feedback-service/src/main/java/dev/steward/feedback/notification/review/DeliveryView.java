package dev.steward.feedback.notification.review;

import dev.steward.feedback.entry.FeedbackView.ContactReference;
import dev.steward.feedback.notification.DeliveryStatus;
import dev.steward.platform.access.Grant;
import dev.steward.platform.web.paging.SizeLimitedPage;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A message to a person, as far as the caller may see it.
@Schema(name = "Delivery")
record DeliveryView(
        @Schema(description = "Id of the message.") UUID id,
        @Schema(description = "Increases by 1 with every change.") long version,
        @Schema(description = "Id of the release that the message is about.") UUID releaseId,
        @Schema(description = "The person who gets the message.") ContactReference contact,
        @Schema(
                        description =
                                "HELD: waits until somebody sends it. PENDING: is sent next. SENDING: is being sent. RETRY: failed and is tried again. SENT: accepted by the mail server. DEAD: failed too often. SUPPRESSED: the person wants no messages. UNREACHABLE: no usable address is known. HANDED_OVER: the source of the feedback tells the person.")
                DeliveryStatus status,
        @Schema(description = "Subject line of the message.") String subject,
        @Schema(description = "Plain text of the message, as it was or will be sent.") String text,
        @Schema(description = "Whether somebody has replaced the default text.") boolean edited,
        @Schema(description = "How often sending was begun; after 12 attempts the message is DEAD.")
                int attempts,
        @Schema(
                        description =
                                "When the status became final (SENT, DEAD, SUPPRESSED, UNREACHABLE or HANDED_OVER); null before.")
                @Nullable Instant settledAt,
        @Schema(description = "Why the last attempt failed; null when it did not.")
                @Nullable String failure) {

    long bytes() {
        return 500 + contact.bytes() + SizeLimitedPage.bytes(subject, text, failure);
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
