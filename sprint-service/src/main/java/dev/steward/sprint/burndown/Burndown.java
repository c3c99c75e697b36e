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

/// The remaining points of a sprint at the end of each day: R(d) = R(d-1) + added - removed +
/// reestimated + reopened - completed. The ideal line falls evenly over the team's working days,
/// from the points at the start of the sprint to 0.
record Burndown(BigDecimal startValue, List<Day> days) {

    private static final int DECIMALS = 2;

    @Schema(name = "BurndownDay")
    record Day(
            @Schema(
                            description =
                                    "The day, in the time zone that the team had when the sprint started.")
                    LocalDate date,
            @Schema(description = "Whether the team works on this day of the week.")
                    boolean workingDay,
            @Schema(
                            description =
                                    "Remaining points at the end of the day. Null for days before the start of the sprint and for days to come.")
                    @Nullable BigDecimal remaining,
            @Schema(
                            description =
                                    "Remaining points on the ideal line at the end of the day; rounded to 2 decimals.")
                    BigDecimal ideal,
            @Schema(
                            description =
                                    "Points of the items that were added on this day, after the start of the sprint.")
                    BigDecimal added,
            @Schema(
                            description =
                                    "Remaining points of the items that were removed or dropped on this day; not negative.")
                    BigDecimal removed,
            @Schema(
                            description =
                                    "Change of the remaining points by new estimates on this day; negative when they became smaller.")
                    BigDecimal reestimated,
            @Schema(description = "Points of the items whose work was reopened on this day.")
                    BigDecimal reopened,
            @Schema(
                            description =
                                    "Points of the items whose work was done on this day; not negative.")
                    BigDecimal completed) {}

    /// The sum of all ledger entries of one kind on one day, after the start of the sprint.
    ///
    /// @param effect change of the remaining points
    record DailyChange(LocalDate date, EntryKind kind, BigDecimal effect) {}

    /// The days of a sprint.
    ///
    /// @param lastKnown today, or the day on which the sprint ended
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

        private List<LocalDate> days(LocalDate lastChange) {
            var first = start.isBefore(startedOn) ? start : startedOn;
            var last = end.isAfter(lastChange) ? end : lastChange;
            return first.datesUntil(last.plusDays(1)).toList();
        }

        /// The remaining points on the ideal line at the end of a day.
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

    static Burndown of(BigDecimal startValue, Calendar calendar, List<DailyChange> changes) {
        var lastChange =
                changes.stream()
                        .map(DailyChange::date)
                        .max(Comparator.naturalOrder())
                        .orElse(calendar.startedOn());
        List<Day> days = new ArrayList<>();
        var remaining = startValue;
        for (var date : calendar.days(lastChange)) {
            var today = changes.stream().filter(move -> move.date().equals(date)).toList();
            remaining = remaining.add(sum(today, EnumSet.allOf(EntryKind.class)));
            days.add(day(date, today, remaining, startValue, calendar));
        }
        return new Burndown(startValue, days);
    }

    private static Day day(
            LocalDate date,
            List<DailyChange> changes,
            BigDecimal remaining,
            BigDecimal startValue,
            Calendar calendar) {
        return new Day(
                date,
                calendar.isWorkingDay(date),
                calendar.isKnown(date) ? remaining : null,
                calendar.ideal(startValue, date),
                sum(changes, EnumSet.of(EntryKind.ADDED)),
                sum(changes, EnumSet.of(EntryKind.REMOVED)).negate(),
                sum(changes, EnumSet.of(EntryKind.REESTIMATED)),
                sum(changes, EnumSet.of(EntryKind.REOPENED)),
                sum(changes, EnumSet.of(EntryKind.COMPLETED)).negate());
    }

    private static BigDecimal sum(List<DailyChange> changes, Set<EntryKind> kinds) {
        return changes.stream()
                .filter(move -> kinds.contains(move.kind()))
                .map(DailyChange::effect)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
