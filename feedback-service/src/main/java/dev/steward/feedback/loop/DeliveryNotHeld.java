package dev.steward.feedback.loop;

import dev.steward.platform.web.problem.Conflict;

/// Only the text of a held message can be updated.
final class DeliveryNotHeld extends Conflict {

    DeliveryNotHeld(DeliveryStatus status) {
        super(
                "delivery-under-way",
                "The message is " + status + ": its text can be updated only while it is HELD.");
    }
}
