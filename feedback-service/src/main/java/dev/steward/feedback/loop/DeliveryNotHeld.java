package dev.steward.feedback.loop;

import dev.steward.platform.web.Conflict;

/// Only what is held can be edited.
final class DeliveryNotHeld extends Conflict {

    DeliveryNotHeld() {
        super(
                "delivery-under-way",
                "The message is not held: its text cannot be changed any more.");
    }
}
