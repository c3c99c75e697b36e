package dev.steward.sprint.burndown;

import dev.steward.sprint.ledger.EntryKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What remained of a sprint, day by day: R(d) = R(d-1) + added - removed + reestimated + reopened
/// - completed. The ideal falls evenly over the team's working days, from the frozen start value to
///   nothing.
record Burndown(BigDecimal startValue, List<Day> days) {

    private static final int DECIMALS = 2;

    /// @param remaining at the end of the day; null before the sprint started and for days to come
    @Schema(name = "BurndownDay")
    record Day(
            LocalDate date,
            boolean workingDay,
            @Schema(
                            description =
                                    "At the end of the day; null before the start and for days to come.")
                    @Nullable BigDecimal remaining,
            BigDecimal ideal,
            BigDecimal added,
            BigDecimal removed,
            BigDecimal reestimated,
            BigDecimal reopened,
            BigDecimal completed) {}

    /// All entries of one kind on one day, after the start.
    ///
    /// @param effect on the remaining points
    record Move(LocalDate date, EntryKind kind, BigDecimal effect) {}

    /// @param lastKnown the day of today, or of the sprint's end
    record Calendar(
            LocalDate start,
            LocalDate end,
            Set<DayOfWeek> workingDays,
            LocalDate startedOn,
            LocalDate lastKnown) {

        boolean isKnown(LocalDate day) {
            return !day.isBefore(startedOn) && !day.isAfter(lastKnown);
        }

        boolean isWorkingDay(LocalDate day) {
            return workingDays.contains(day.getDayOfWeek());
        }

        private List<LocalDate> shown(LocalDate lastMove) {
            var first = start.isBefore(startedOn) ? start : startedOn;
            var last = end.isAfter(lastMove) ? end : lastMove;
            return first.datesUntil(last.plusDays(1)).toList();
        }

        /// How much of the ideal way lies behind at the end of a day, of how much.
        private BigDecimal ideal(BigDecimal startValue, LocalDate day) {
            if (day.isBefore(start)) {
                return startValue;
            }
            var all = workingDaysUntil(end);
            if (!day.isBefore(end) || all == 0) {
                return day.isBefore(end) ? startValue : BigDecimal.ZERO;
            }
            return startValue
                    .multiply(BigDecimal.valueOf(all - workingDaysUntil(day)))
                    .divide(BigDecimal.valueOf(all), DECIMALS, RoundingMode.HALF_UP);
        }

        private long workingDaysUntil(LocalDate day) {
            return start.datesUntil(day.plusDays(1)).filter(this::isWorkingDay).count();
        }
    }

    static Burndown of(BigDecimal startValue, Calendar calendar, List<Move> moves) {
        var lastMove =
                moves.stream()
                        .map(Move::date)
                        .max(Comparator.naturalOrder())
                        .orElse(calendar.startedOn());
        List<Day> days = new ArrayList<>();
        var remaining = startValue;
        for (var date : calendar.shown(lastMove)) {
            var today = moves.stream().filter(move -> move.date().equals(date)).toList();
            remaining = remaining.add(sum(today, EnumSet.allOf(EntryKind.class)));
            days.add(day(date, today, remaining, startValue, calendar));
        }
        return new Burndown(startValue, days);
    }

    private static Day day(
            LocalDate date,
            List<Move> moves,
            BigDecimal remaining,
            BigDecimal startValue,
            Calendar calendar) {
        return new Day(
                date,
                calendar.isWorkingDay(date),
                calendar.isKnown(date) ? remaining : null,
                calendar.ideal(startValue, date),
                sum(moves, EnumSet.of(EntryKind.ADDED)),
                sum(moves, EnumSet.of(EntryKind.REMOVED)).negate(),
                sum(moves, EnumSet.of(EntryKind.REESTIMATED)),
                sum(moves, EnumSet.of(EntryKind.REOPENED)),
                sum(moves, EnumSet.of(EntryKind.COMPLETED)).negate());
    }

    private static BigDecimal sum(List<Move> moves, Set<EntryKind> kinds) {
        return moves.stream()
                .filter(move -> kinds.contains(move.kind()))
                .map(Move::effect)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
