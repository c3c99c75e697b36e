package dev.steward.feedback.notification;

import dev.steward.platform.web.problem.NotFound;

/// The message does not exist, or the caller may not see it.
public final class DeliveryNotFound extends NotFound {

    public DeliveryNotFound() {
        super("delivery-not-found", "There is no such delivery, or you may not see it.");
    }
}
