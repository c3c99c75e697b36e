package dev.steward.sprint.burndown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.sprint.burndown.Burndown.Calendar;
import dev.steward.sprint.burndown.Burndown.DailyChange;
import dev.steward.sprint.burndown.Burndown.Day;
import dev.steward.sprint.ledger.EntryKind;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// From Monday the 12th to Friday the 23rd of January 2026: ten working days of a five-day week.
class BurndownTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-01-12");
    private static final LocalDate FRIDAY = LocalDate.parse("2026-01-23");
    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    @Test
    void theIdealFallsOnWorkingDaysOnly() {
        assertThat(burndown(WEEK).days())
                .extracting(day -> day.ideal().stripTrailingZeros().toPlainString())
                .containsExactly("18", "16", "14", "12", "10", "10", "10", "8", "6", "4", "2", "0");
    }

    @Test
    void theIdealOfATeamThatNeverWorksFallsOnTheLastDay() {
        assertThat(burndown(EnumSet.of(DayOfWeek.SUNDAY), MONDAY, MONDAY.plusDays(3)).days())
                .extracting(Day::ideal)
                .containsExactly(
                        BigDecimal.valueOf(20),
                        BigDecimal.valueOf(20),
                        BigDecimal.valueOf(20),
                        BigDecimal.ZERO);
    }

    @Test
    void theIdealDoesNotFollowTheScope() {
        var still = burndown(WEEK);
        var moved = burndown(WEEK, move(2, EntryKind.ADDED, 8));
        assertThat(moved.days()).extracting(Day::ideal).isEqualTo(ideals(still));
    }

    @Test
    void whatRemainsIsWhatTheEntriesLeft() {
        var days =
                burndown(
                                WEEK,
                                move(0, EntryKind.COMPLETED, -3),
                                move(2, EntryKind.ADDED, 8),
                                move(2, EntryKind.REMOVED, -5),
                                move(3, EntryKind.REESTIMATED, 2),
                                move(4, EntryKind.REOPENED, 3))
                        .days();
        assertThat(days.subList(0, 5))
                .extracting(Day::remaining)
                .containsExactly(
                        BigDecimal.valueOf(17),
                        BigDecimal.valueOf(17),
                        BigDecimal.valueOf(20),
                        BigDecimal.valueOf(22),
                        BigDecimal.valueOf(25));
    }

    @Test
    void daysToComeAreNotKnown() {
        var days =
                Burndown.of(
                                BigDecimal.valueOf(20),
                                new Calendar(MONDAY, FRIDAY, WEEK, MONDAY, MONDAY.plusDays(2)),
                                List.of())
                        .days();
        assertThat(days).hasSize(12);
        assertThat(days.get(2).remaining()).isEqualTo(BigDecimal.valueOf(20));
        assertThat(days.get(3).remaining()).isNull();
    }

    @Test
    void aSprintThatRunsLateHasMoreDays() {
        var days =
                burndown(
                                WEEK,
                                new DailyChange(
                                        FRIDAY.plusDays(3), EntryKind.COMPLETED, BigDecimal.ONE))
                        .days();
        assertThat(days).hasSize(15);
        assertThat(days.getLast().ideal()).isEqualTo(BigDecimal.ZERO);
    }

    private static Burndown burndown(Set<DayOfWeek> workingDays, DailyChange... changes) {
        return burndown(workingDays, MONDAY, FRIDAY, changes);
    }

    private static Burndown burndown(
            Set<DayOfWeek> workingDays, LocalDate start, LocalDate end, DailyChange... changes) {
        return Burndown.of(
                BigDecimal.valueOf(20),
                new Calendar(start, end, workingDays, start, end.plusDays(10)),
                List.of(changes));
    }

    private static DailyChange move(int day, EntryKind kind, long effect) {
        return new DailyChange(MONDAY.plusDays(day), kind, BigDecimal.valueOf(effect));
    }

    private static List<BigDecimal> ideals(Burndown burndown) {
        return burndown.days().stream().map(Day::ideal).toList();
    }
}
