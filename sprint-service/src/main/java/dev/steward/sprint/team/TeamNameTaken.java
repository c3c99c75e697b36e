package dev.steward.sprint.team;

import dev.steward.platform.web.problem.Conflict;

/// Another team of the product has this name, ignoring case.
final class TeamNameTaken extends Conflict {

    TeamNameTaken(String name) {
        super("team-name-taken", "Another team of this product is already named \"" + name + "\".");
    }
}
