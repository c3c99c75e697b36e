package dev.steward.feedback.loop;

import dev.steward.platform.web.Conflict;

/// Held messages are sent together, so they have to be there first.
final class LoopIsOpening extends Conflict {

    LoopIsOpening() {
        super(
                "loop-opening",
                "The messages of this release are still being made. Look at `status` of the loop, and repeat the request when it is OPEN.");
    }
}
