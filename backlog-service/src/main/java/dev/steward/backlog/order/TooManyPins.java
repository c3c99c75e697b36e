package dev.steward.backlog.order;

import dev.steward.platform.web.problem.Conflict;

/// A product has too many pins.
final class TooManyPins extends Conflict {

    TooManyPins(int most) {
        super("too-many-pins", "A product has at most " + most + " pins: delete some first.");
        fact("most", most);
    }
}
