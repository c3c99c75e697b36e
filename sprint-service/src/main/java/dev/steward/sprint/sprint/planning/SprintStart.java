package dev.steward.sprint.sprint.planning;

import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.sprint.ledger.EntryContext;
import dev.steward.sprint.ledger.Ledger;
import dev.steward.sprint.sprint.Sprint;
import dev.steward.sprint.sprint.SprintItem;
import dev.steward.sprint.sprint.SprintItems;
import dev.steward.sprint.sprint.SprintTotals;
import dev.steward.sprint.sprint.Sprints;
import dev.steward.sprint.team.TeamCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/// Starts sprints.
@ApplicationScoped
class SprintStart {

    private final Sprints sprints;
    private final SprintItems sprintItems;
    private final TeamCalendars teams;
    private final Ledger ledger;
    private final EventStore events;
    private final Clock clock;

    SprintStart(
            Sprints sprints,
            SprintItems sprintItems,
            TeamCalendars teams,
            Ledger ledger,
            EventStore events,
            Clock clock) {
        this.sprints = sprints;
        this.sprintItems = sprintItems;
        this.teams = teams;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    Sprint start(UUID id, Grant grant, IfMatch ifMatch) {
        var sprint = sprints.lock(id);
        ifMatch.check(sprint.version());
        var planned = sprintItems.openOf(id);
        var calendar = teams.of(sprint.teamId()).orElseThrow();
        var now = clock.instant();
        var started = sprint.start(totals(planned), calendar, now);
        sprints.flushStart();
        planned.forEach(SprintItem::markPlanned);
        ledger.append(
                List.of(sprint.newEntry(sprint.startEntry(), EntryContext.of(grant.by(), now))));
        events.append(grant.by(), started);
        return sprint;
    }

    private static SprintTotals totals(List<SprintItem> planned) {
        var points =
                planned.stream().map(SprintItem::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new SprintTotals(points, planned.size());
    }
}
