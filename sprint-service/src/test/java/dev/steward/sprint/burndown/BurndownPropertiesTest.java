package dev.steward.sprint.burndown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.sprint.burndown.Burndown.Calendar;
import dev.steward.sprint.burndown.Burndown.DailyChange;
import dev.steward.sprint.burndown.Burndown.Day;
import dev.steward.sprint.ledger.EntryKind;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BurndownPropertiesTest {

    private static final LocalDate START = LocalDate.parse("2026-03-02");

    @Property
    void eachDayFollowsFromTheDayBefore(
            @ForAll("changes") List<DailyChange> changes,
            @ForAll @IntRange(max = 300) int startValue,
            @ForAll @IntRange(max = 30) int length) {
        var burndown = burndown(changes, startValue, length, Set.of(DayOfWeek.MONDAY));
        var before = burndown.startValue();
        for (var day : burndown.days()) {
            var expected =
                    before.add(day.added())
                            .subtract(day.removed())
                            .add(day.reestimated())
                            .add(day.reopened())
                            .subtract(day.completed());
            assertThat(day.remaining()).isEqualByComparingTo(expected);
            before = Objects.requireNonNull(day.remaining());
        }
        assertThat(before)
                .isEqualByComparingTo(
                        changes.stream()
                                .map(DailyChange::effect)
                                .reduce(BigDecimal.valueOf(startValue), BigDecimal::add));
    }

    @Property
    void theIdealFallsFromTheStartValueToNothingAndNeverRises(
            @ForAll @IntRange(max = 300) int startValue,
            @ForAll @IntRange(max = 30) int length,
            @ForAll Set<DayOfWeek> workingDays) {
        var ideals =
                burndown(List.of(), startValue, length, workingDays).days().stream()
                        .map(Day::ideal)
                        .toList();
        assertThat(ideals.getLast()).isZero();
        assertThat(ideals.reversed()).isSorted();
        assertThat(ideals)
                .allSatisfy(ideal ->
                        assertThat(ideal).isLessThanOrEqualTo(BigDecimal.valueOf(startValue)));
    }

    private static Burndown burndown(
            List<DailyChange> changes, int startValue, int length, Set<DayOfWeek> workingDays) {
        var end = START.plusDays(length);
        return Burndown.of(
                BigDecimal.valueOf(startValue),
                new Calendar(START, end, workingDays, START, START.plusDays(60)),
                changes);
    }

    @Provide
    Arbitrary<List<DailyChange>> changes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.of(
                                EntryKind.ADDED,
                                EntryKind.REMOVED,
                                EntryKind.REESTIMATED,
                                EntryKind.COMPLETED,
                                EntryKind.REOPENED),
                        Arbitraries.integers().between(0, 40))
                .as((day, kind, points) ->
                        new DailyChange(START.plusDays(day), kind, effect(kind, points)))
                .list()
                .ofMaxSize(60);
    }

    private static BigDecimal effect(EntryKind kind, int points) {
        return switch (kind) {
            case REMOVED, COMPLETED -> BigDecimal.valueOf(-points);
            case REESTIMATED -> BigDecimal.valueOf(points - 20L);
            case ADDED,
                    REOPENED,
                    STARTED,
                    CARRIED,
                    RETURNED,
                    SPRINT_STARTED,
                    SPRINT_CLOSED,
                    SPRINT_CANCELLED ->
                    BigDecimal.valueOf(points);
        };
    }
}
