package dev.steward.feedback.loop;

import dev.steward.platform.web.problem.Conflict;

/// Held messages are sent together, so all of them must have been created.
final class LoopIsOpening extends Conflict {

    LoopIsOpening() {
        super(
                "loop-opening",
                "The messages of this release are still being created. Repeat the request when `status` of the loop is OPEN.");
    }
}
