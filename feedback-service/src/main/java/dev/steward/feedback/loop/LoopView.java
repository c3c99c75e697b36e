package dev.steward.feedback.loop;

import dev.steward.feedback.entry.FeedbackView.ContactReference;
import dev.steward.feedback.release.ReleaseReference;
import dev.steward.platform.access.Grant;
import dev.steward.platform.web.LongRows;
import dev.steward.platform.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Who is told of a release.
@Schema(name = "Loop")
record LoopView(
        ReleaseReference release,
        @Schema(description = "0 while the release is not out.") long version,
        @Schema(description = "As it was when the release came out; before that, as it is now.")
                LoopMode mode,
        @Schema(
                        description =
                                "OPENING while the messages are being made. Null while the release is not out.")
                @Nullable LoopStatus status,
        @Schema(description = "When all messages were made; null before.")
                @Nullable Instant openedAt,
        @Schema(description = "People by where their message stands.")
                Map<DeliveryStatus, Integer> counts,
        List<DeliveryView> items,
        Page.Place page) {

    /// That the release was answered.
    record LoopSummary(
            long version, LoopMode mode, LoopStatus status, @Nullable Instant openedAt) {}

    /// Who would be told.
    @Schema(name = "LoopPreview")
    record Preview(
            ReleaseReference release,
            LoopMode mode,
            @Schema(description = "People by what would become of their message.")
                    Map<DeliveryStatus, Integer> counts,
            List<Recipient> items,
            Page.Place page) {}

    @Schema(name = "LoopProspect")
    record Recipient(ContactReference contact, DeliveryStatus status, String subject, String text) {

        UUID id() {
            return contact.id();
        }

        long bytes() {
            return 500 + contact.bytes() + LongRows.bytes(subject, text);
        }

        Recipient shownTo(Grant grant) {
            return new Recipient(contact.shownTo(grant), status, subject, text);
        }
    }
}
