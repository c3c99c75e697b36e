package dev.steward.feedback.notification.opening;

import dev.steward.feedback.notification.DeliveryStatus;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person who submitted or voted for an entry that is released.
///
/// @param rootId the entry that it is merged into, or itself
/// @param message tells the person of this entry already; null for none
/// @param sourceTells whether the entry's source tells the person itself
record Voice(
        UUID contactId,
        UUID feedbackId,
        UUID rootId,
        @Nullable EarlierMessage message,
        boolean sourceTells,
        boolean optOut,
        @Nullable String email) {

    /// @param isReleased whether its release is out
    record EarlierMessage(UUID deliveryId, DeliveryStatus status, boolean isReleased) {}

    boolean hasEmail() {
        return email != null && !email.isEmpty();
    }

    boolean isTold() {
        return message != null && !hasWithdrawnMessage();
    }

    /// A message that waits for a release that was rolled back is never sent: the next release that
    /// ships the entry tells the person.
    boolean hasWithdrawnMessage() {
        return message != null && message.status().isWithdrawn(message.isReleased());
    }
}
