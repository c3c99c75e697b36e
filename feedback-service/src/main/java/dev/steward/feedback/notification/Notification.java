package dev.steward.feedback.notification;

import java.util.UUID;

/// Telling everybody who asked for what a release contains: closing the feedback loop.
///
/// @param mode the product's setting when the release came out
public record Notification(UUID releaseId, UUID productId, long version, NotificationMode mode) {

    public NotificationEvent.Opened opened(long deliveries) {
        return new NotificationEvent.Opened(this, deliveries);
    }

    public NotificationEvent.Sent sent(long deliveries) {
        return new NotificationEvent.Sent(
                new Notification(releaseId, productId, version + 1, mode), deliveries);
    }
}
