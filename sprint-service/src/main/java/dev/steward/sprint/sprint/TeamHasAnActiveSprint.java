package dev.steward.sprint.sprint;

import dev.steward.platform.web.problem.Conflict;

/// A team has at most one ACTIVE sprint.
final class TeamHasAnActiveSprint extends Conflict {

    TeamHasAnActiveSprint() {
        super(
                "team-has-active-sprint",
                "The team already has an ACTIVE sprint. Close that one first.");
    }
}
