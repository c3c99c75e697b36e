package dev.steward.feedback.notification.review;

import dev.steward.feedback.entry.FeedbackView.ContactReference;
import dev.steward.feedback.notification.DeliveryStatus;
import dev.steward.feedback.notification.NotificationMode;
import dev.steward.feedback.notification.NotificationStatus;
import dev.steward.feedback.release.ReleaseReference;
import dev.steward.platform.access.Grant;
import dev.steward.platform.web.paging.Page;
import dev.steward.platform.web.paging.SizeLimitedPage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Who is told about a release, in an answer.
@Schema(name = "Loop")
record NotificationView(
        @Schema(description = "The release that people are told about.") ReleaseReference release,
        @Schema(description = "Increases by 1 with every change. 0 while the release is not out.")
                long version,
        @Schema(
                        description =
                                "AUTOMATIC: messages are sent when a release comes out. MANUAL: they are HELD until somebody sends them. As it was when the release came out; before that the current setting.")
                NotificationMode mode,
        @Schema(
                        description =
                                "OPENING: messages are being created. OPEN: all messages are created. SENDING: held messages are being sent. STOPPED: the release was rolled back before all messages were created. Null while the release is not out.")
                @Nullable NotificationStatus status,
        @Schema(description = "When all messages were created; null before.")
                @Nullable Instant openedAt,
        @Schema(
                        description =
                                "Number of people by status of their message; a status without people is absent.")
                Map<DeliveryStatus, Integer> counts,
        @Schema(description = "The messages of this page, in the order in which they were created.")
                List<DeliveryView> items,
        @Schema(description = "Size of this page and the cursor of the next one.") Page.Info page) {

    /// The state of a started loop.
    record NotificationSummary(
            long version,
            NotificationMode mode,
            NotificationStatus status,
            @Nullable Instant openedAt) {}

    /// Who would be told, in an answer.
    @Schema(name = "LoopPreview")
    record Preview(
            @Schema(description = "The release that people would be told about.")
                    ReleaseReference release,
            @Schema(
                            description =
                                    "AUTOMATIC: messages are sent when a release comes out. MANUAL: they are HELD until somebody sends them.")
                    NotificationMode mode,
            @Schema(
                            description =
                                    "Number of people by the status that their message would have; a status without people is absent.")
                    Map<DeliveryStatus, Integer> counts,
            @Schema(
                            description =
                                    "The people of this page who would get a message, oldest contact first.")
                    List<Recipient> items,
            @Schema(description = "Size of this page and the cursor of the next one.")
                    Page.Info page) {}

    @Schema(name = "LoopRecipient")
    record Recipient(
            @Schema(description = "The person who would get a message.") ContactReference contact,
            @Schema(
                            description =
                                    "Status that the message would have first: HELD, PENDING, SUPPRESSED (the person wants no messages) or UNREACHABLE (no address is known).")
                    DeliveryStatus status,
            @Schema(description = "Subject line of the message.") String subject,
            @Schema(description = "Plain text of the message.") String text) {

        UUID id() {
            return contact.id();
        }

        long bytes() {
            return 500 + contact.bytes() + SizeLimitedPage.bytes(subject, text);
        }

        Recipient shownTo(Grant grant) {
            return new Recipient(contact.shownTo(grant), status, subject, text);
        }
    }
}
