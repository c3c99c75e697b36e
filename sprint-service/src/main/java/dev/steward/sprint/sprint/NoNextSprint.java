package dev.steward.sprint.sprint;

import dev.steward.platform.web.Conflict;

/// NEXT needs a sprint that comes next.
final class NoNextSprint extends Conflict {

    NoNextSprint() {
        super("no-next-sprint", "The team has no PLANNED sprint to carry items into.");
    }
}
