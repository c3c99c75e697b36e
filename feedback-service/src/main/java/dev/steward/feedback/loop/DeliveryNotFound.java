package dev.steward.feedback.loop;

import dev.steward.platform.web.NotFound;

/// No such delivery, or not for this caller.
final class DeliveryNotFound extends NotFound {

    DeliveryNotFound() {
        super("delivery-not-found", "There is no such delivery, or you may not see it.");
    }
}
