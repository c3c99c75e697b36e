package dev.steward.sprint.sprint;

import dev.steward.platform.web.problem.Conflict;

/// NEXT requires a PLANNED sprint of the team.
final class NoNextSprint extends Conflict {

    NoNextSprint() {
        super("no-next-sprint", "NEXT requires a PLANNED sprint of the team, and there is none.");
    }
}
