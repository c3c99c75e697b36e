package dev.steward.sprint.sprint;

import dev.steward.platform.web.LongRows;
import dev.steward.platform.web.Representation;
import dev.steward.sprint.team.TeamCalendar;
import dev.steward.sprint.team.TeamReference;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A sprint in an answer.
///
/// @param plannedPoints the forecast, frozen at the start
/// @param completedPoints frozen at the end
@Schema(name = "Sprint")
record SprintView(
        UUID id,
        UUID productId,
        TeamReference team,
        String name,
        @Nullable String goal,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        SprintStatus status,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Schema(description = "The forecast, frozen when the sprint starts.")
                @Nullable BigDecimal plannedPoints,
        @Nullable Integer plannedItems,
        @Schema(description = "What was done, at its estimate then; frozen at the end.")
                @Nullable BigDecimal completedPoints,
        @Nullable Integer completedItems,
        ScopeView scope,
        @Schema(description = "What was split when it was closed.") List<SplitItem> splits,
        Instant createdAt,
        long version) {

    /// What is in it; of an ended one, what was in it at the end.
    @Schema(name = "SprintScope")
    record ScopeView(
            long items,
            BigDecimal points,
            long doneItems,
            BigDecimal donePoints,
            BigDecimal remainingPoints) {}

    static SprintView of(Sprint sprint, @Nullable TeamCalendar team, SprintItems.Scope scope) {
        var state = sprint.shown();
        return new SprintView(
                state.id(),
                state.productId(),
                new TeamReference(state.teamId(), team == null ? null : team.name()),
                state.name(),
                state.goal(),
                state.startDate(),
                state.endDate(),
                state.status(),
                state.startedAt(),
                state.endedAt(),
                state.plannedPoints(),
                state.plannedItems(),
                state.completedPoints(),
                state.completedItems(),
                new ScopeView(
                        scope.items(),
                        scope.points(),
                        scope.doneItems(),
                        scope.donePoints(),
                        scope.remainingPoints()),
                scope.splits(),
                sprint.createdAt(),
                sprint.version());
    }

    /// What it takes in an answer, roughly.
    long bytes() {
        return 1_000 + LongRows.bytes(name, goal) + 100L * splits.size();
    }

    String etag() {
        return Representation.etag(version, team, scope);
    }
}
