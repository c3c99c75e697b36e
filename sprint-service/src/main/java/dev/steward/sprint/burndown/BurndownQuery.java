package dev.steward.sprint.burndown;

import dev.steward.platform.database.Database;
import dev.steward.sprint.ledger.EntryKind;
import dev.steward.sprint.sprint.SprintSummary;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Computes burndowns from ledgers, with one statement however long the ledger is.
@ApplicationScoped
class BurndownQuery {

    private static final String CHANGES =
            """
            select cast(l.at at time zone cast(:zone as text) as date) as date, l.kind as kind, sum(l.effect) as effect
            from ledger_entry l
            where l.sprint_id = :sprint and l.at >= (
                select b.at from ledger_entry b where b.sprint_id = :sprint and b.kind = 'SPRINT_STARTED')
            group by 1, 2 order by 1
            """;

    private final Database database;
    private final Clock clock;

    BurndownQuery(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @throws SprintHasNotStarted when the sprint is still PLANNED
    Burndown of(SprintSummary sprint) {
        if (sprint.startedAt() == null
                || sprint.startDate() == null
                || sprint.endDate() == null
                || sprint.plannedPoints() == null
                || sprint.timeZone() == null
                || sprint.workingDays() == null) {
            throw new SprintHasNotStarted();
        }
        var zone = ZoneId.of(sprint.timeZone());
        var known = Optional.ofNullable(sprint.endedAt()).orElseGet(clock::instant);
        var calendar =
                new Burndown.Calendar(
                        sprint.startDate(),
                        sprint.endDate(),
                        Set.copyOf(sprint.workingDays()),
                        LocalDate.ofInstant(sprint.startedAt(), zone),
                        LocalDate.ofInstant(known, zone));
        return Burndown.of(
                sprint.plannedPoints(), calendar, changes(sprint.id(), sprint.timeZone()));
    }

    private List<Burndown.DailyChange> changes(UUID sprint, String zone) {
        return database.query(
                CHANGES,
                query ->
                        query.bind("sprint", sprint)
                                .bind("zone", zone)
                                .map(row ->
                                        new Burndown.DailyChange(
                                                row.getColumn("date", LocalDate.class),
                                                row.getColumn("kind", EntryKind.class),
                                                row.getColumn("effect", BigDecimal.class)))
                                .list());
    }
}
