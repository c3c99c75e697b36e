package dev.steward.sprint.burndown;

import dev.steward.sprint.ledger.EntryKind;
import dev.steward.sprint.sprint.SprintSummary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
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
            select cast(l.at at time zone ?2 as date) as date, l.kind as kind, sum(l.effect) as effect
            from ledger_entry l
            where l.sprint_id = ?1 and l.at >= (
                select b.at from ledger_entry b where b.sprint_id = ?1 and b.kind = 'SPRINT_STARTED')
            group by 1, 2 order by 1
            """;

    private final EntityManager database;
    private final Clock clock;

    BurndownQuery(EntityManager database, Clock clock) {
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
        List<?> rows =
                database.createNativeQuery(CHANGES, Tuple.class)
                        .setParameter(1, sprint)
                        .setParameter(2, zone)
                        .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row ->
                        new Burndown.DailyChange(
                                row.get("date", LocalDate.class),
                                EntryKind.valueOf(row.get("kind", String.class)),
                                row.get("effect", BigDecimal.class)))
                .toList();
    }
}
