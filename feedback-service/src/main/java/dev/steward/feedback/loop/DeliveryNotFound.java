package dev.steward.feedback.loop;

import dev.steward.platform.web.problem.NotFound;

/// The message does not exist, or the caller may not see it.
final class DeliveryNotFound extends NotFound {

    DeliveryNotFound() {
        super("delivery-not-found", "There is no such delivery, or you may not see it.");
    }
}
