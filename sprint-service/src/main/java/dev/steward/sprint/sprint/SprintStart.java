package dev.steward.sprint.sprint;

import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.web.IfMatch;
import dev.steward.sprint.ledger.Ledger;
import dev.steward.sprint.ledger.Witness;
import dev.steward.sprint.team.TeamCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// Starting a sprint.
@ApplicationScoped
class SprintStart {

    private final Sprints sprints;
    private final SprintItems members;
    private final TeamCalendars teams;
    private final Ledger ledger;
    private final EventRecord events;
    private final Clock clock;

    SprintStart(
            Sprints sprints,
            SprintItems members,
            TeamCalendars teams,
            Ledger ledger,
            EventRecord events,
            Clock clock) {
        this.sprints = sprints;
        this.members = members;
        this.teams = teams;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    Sprint start(UUID id, Grant grant, IfMatch ifMatch) {
        var sprint = sprints.locked(id);
        ifMatch.check(sprint.version());
        var planned = members.openOf(id);
        var calendar = teams.of(sprint.teamId()).orElseThrow();
        var now = clock.instant();
        var started = sprint.start(tally(planned), calendar, now);
        sprints.keepStarted();
        planned.forEach(SprintItem::plan);
        ledger.append(List.of(sprint.record(sprint.begun(), Witness.of(grant.by(), now))));
        events.append(grant.by(), started);
        return sprint;
    }

    private static Tally tally(List<SprintItem> planned) {
        var points =
                planned.stream().map(SprintItem::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Tally(points, planned.size());
    }
}
