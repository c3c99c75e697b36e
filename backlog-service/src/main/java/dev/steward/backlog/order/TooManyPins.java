package dev.steward.backlog.order;

import dev.steward.platform.web.Conflict;

/// A product has so many exceptions that its order no longer follows anything.
final class TooManyPins extends Conflict {

    TooManyPins(int most) {
        super("too-many-pins", "A product has at most " + most + " pins: remove some first.");
        fact("most", most);
    }
}
