package dev.steward.feedback.notification.opening;

import dev.steward.feedback.notification.Notification;
import dev.steward.platform.messaging.store.EventContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The progress of a notification whose messages are being created or sent.
///
/// @param position the last id that the step has processed; null at the beginning of the step
/// @param failures how often the step has failed, less one for each success since
/// @param by who caused the release
record NotificationJob(
        Notification notification,
        NotificationStep step,
        @Nullable UUID position,
        int failures,
        EventContext by) {

    UUID releaseId() {
        return notification.releaseId();
    }

    /// Half as many after each failure: what is too much at once may succeed in parts.
    int batchSize(int regular) {
        return Math.max(1, regular >> Math.min(failures, 16));
    }
}
