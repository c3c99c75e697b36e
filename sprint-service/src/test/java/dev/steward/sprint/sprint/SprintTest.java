package dev.steward.sprint.sprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.steward.platform.access.Right;
import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import dev.steward.sprint.ledger.EntryContext;
import dev.steward.sprint.ledger.EntryKind;
import dev.steward.sprint.team.TeamCalendar;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SprintTest {

    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static final LocalDate START = LocalDate.parse("2026-01-15");
    private static final SprintTotals THIRTY = new SprintTotals(new BigDecimal("30"), 6);
    private static final SprintTotals TWENTY = new SprintTotals(new BigDecimal("20"), 4);
    private static final TeamCalendar BERLIN =
            new TeamCalendar(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    "Team",
                    "Europe/Berlin",
                    List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY));

    private final Sprint sprint = sprint("Pay by invoice", START, START.plusDays(13));

    @Test
    void lastsAtMostThirtyOneDays() {
        assertThatCode(() -> sprint("Goal", START, START.plusDays(30))).doesNotThrowAnyException();
        refusesAnEnd(START.plusDays(31), "too-long");
    }

    @Test
    void doesNotEndBeforeItStarts() {
        assertThatCode(() -> sprint("Goal", START, START)).doesNotThrowAnyException();
        refusesAnEnd(START.minusDays(1), "before-start");
    }

    @Test
    void needsAGoalAndBothDatesToStart() {
        var incomplete = sprint(null, START, null);
        assertThatThrownBy(() -> incomplete.start(THIRTY, BERLIN, NOW))
                .isInstanceOf(SprintIsIncomplete.class)
                .hasMessageContaining("goal, endDate");
        assertThat(incomplete.status()).isEqualTo(SprintStatus.PLANNED);
    }

    @Test
    void recordsItsForecastWhenItStarts() {
        var started = sprint.start(THIRTY, BERLIN, NOW);
        assertThat(started.state().plannedPoints()).isEqualByComparingTo("30");
        assertThat(started.state().plannedItems()).isEqualTo(6);
        assertThat(sprint.summary().timeZone()).isEqualTo("Europe/Berlin");
        assertThat(sprint.summary().workingDays())
                .containsExactly(DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
        assertThat(started.version()).isEqualTo(2);
    }

    @Test
    void startsOnce() {
        sprint.start(THIRTY, BERLIN, NOW);
        assertThatThrownBy(() -> sprint.start(TWENTY, BERLIN, NOW))
                .isInstanceOf(WrongSprintStatus.class)
                .hasFieldOrPropertyWithValue("code", "sprint-is-active")
                .hasMessageContaining("close, cancel");
    }

    @Test
    void keepsItsForecastWhenItIsClosed() {
        sprint.start(THIRTY, BERLIN, NOW);
        var closed = sprint.close(TWENTY, NOW.plusSeconds(60));
        assertThat(closed.state().status()).isEqualTo(SprintStatus.CLOSED);
        assertThat(closed.state().plannedPoints()).isEqualByComparingTo("30");
        assertThat(closed.state().completedPoints()).isEqualByComparingTo("20");
        assertThat(closed.state().endedAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void isCancelledWithAReason() {
        sprint.start(THIRTY, BERLIN, NOW);
        var cancelled = sprint.cancel("The goal is obsolete", TWENTY, NOW);
        assertThat(cancelled.reason()).isEqualTo("The goal is obsolete");
        assertThat(cancelled.state().status()).isEqualTo(SprintStatus.CANCELLED);
    }

    @Test
    void onlyARunningOneEnds() {
        assertThatThrownBy(() -> sprint.close(TWENTY, NOW)).hasMessageContaining("Allowed: start");
        assertThatThrownBy(() -> sprint.cancel("No", TWENTY, NOW))
                .isInstanceOf(WrongSprintStatus.class);
    }

    @Test
    void nothingOfAnEndedOneChanges() {
        sprint.start(THIRTY, BERLIN, NOW);
        sprint.close(TWENTY, NOW);
        assertThatThrownBy(() -> sprint.update(fields("Another goal", START), NOW))
                .isInstanceOf(WrongSprintStatus.class);
        assertThat(sprint.isOpen()).isFalse();
    }

    @Test
    void itsDatesAreFixedOnceItHasStarted() {
        assertThat(sprint.update(fields("Pay by invoice", START.plusDays(1)), NOW)).isPresent();
        sprint.start(THIRTY, BERLIN, NOW);
        assertThatThrownBy(() -> sprint.update(fields("Pay by invoice", START), NOW))
                .isInstanceOf(SprintDatesAreFixed.class)
                .hasFieldOrPropertyWithValue("code", "sprint-dates-are-fixed");
        var goal = sprint.update(fields("Pay by card", START.plusDays(1)), NOW).orElseThrow();
        assertThat(goal.changes().fields()).containsOnlyKeys("goal");
    }

    @Test
    void whileItRunsItKeepsAGoal() {
        sprint.start(THIRTY, BERLIN, NOW);
        assertThatThrownBy(() -> sprint.update(fields(null, START), NOW))
                .isInstanceOf(SprintIsIncomplete.class);
    }

    @Test
    void theSameFieldsAreNoEvent() {
        assertThat(sprint.update(fields("Pay by invoice", START), NOW)).isEmpty();
        assertThat(sprint.version()).isOne();
    }

    @Test
    void itsScopeIsChangedByOthersOnceItRuns() {
        assertThat(sprint.scopeRight()).isEqualTo(Right.SPRINT);
        sprint.start(THIRTY, BERLIN, NOW);
        assertThat(sprint.scopeRight()).isEqualTo(Right.SCOPE_CHANGE);
    }

    @Test
    void ledgerEntriesRiseInTimeWhateverTheClockSays() {
        sprint.start(THIRTY, BERLIN, NOW);
        var first = sprint.newEntry(sprint.startEntry(), at(NOW.plusSeconds(60)));
        var second = sprint.newEntry(sprint.startEntry(), at(NOW));
        assertThat(first.details().kind()).isEqualTo(EntryKind.SPRINT_STARTED);
        assertThat(second.at()).isAfter(first.at());
    }

    private static void refusesAnEnd(LocalDate end, String code) {
        assertThat(catchThrowableOfType(Invalid.class, () -> sprint("Goal", START, end)).errors())
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple("/endDate", code));
    }

    private static EntryContext at(Instant now) {
        return new EntryContext("sam", now, now, null);
    }

    private static Sprint sprint(
            @Nullable String goal, @Nullable LocalDate start, @Nullable LocalDate end) {
        return Sprint.create(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new SprintFields("Sprint 12", goal, start, end),
                NOW);
    }

    private static SprintFields fields(@Nullable String goal, LocalDate start) {
        return new SprintFields("Sprint 12", goal, start, START.plusDays(13));
    }
}
