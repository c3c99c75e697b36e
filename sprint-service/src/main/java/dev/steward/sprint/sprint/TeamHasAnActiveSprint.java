package dev.steward.sprint.sprint;

import dev.steward.platform.web.Conflict;

/// One sprint at a time per team.
final class TeamHasAnActiveSprint extends Conflict {

    TeamHasAnActiveSprint() {
        super("team-has-active-sprint", "The team is in another sprint; close that one first.");
    }
}
