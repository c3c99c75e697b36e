package dev.steward.sprint.sprint;

import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The fields of a sprint that people set. Goal and dates may be set later, but before it starts.
///
/// @param endDate the last day, included; a sprint has at most 31 days
@Schema(name = "SprintPatch")
public record SprintFields(
        @Schema(description = NAME)
                @NotBlank
                @Size(max = 100)
                @Pattern(regexp = NO_CONTROL_CHARACTERS)
                String name,
        @Schema(description = GOAL) @Size(min = 1, max = 2_000) @Nullable String goal,
        @Schema(description = FIRST_DAY + " Cannot change once the sprint has started.")
                @Nullable LocalDate startDate,
        @Schema(description = LAST_DAY + " Cannot change once the sprint has started.")
                @Nullable LocalDate endDate) {

    public static final String NO_CONTROL_CHARACTERS = "^[^\\x00-\\x1f\\x7f]*$";
    public static final String NAME = "Name of the sprint; need not be unique.";
    public static final String GOAL =
            "Goal of the sprint, as Markdown; it is needed to start the sprint.";
    public static final String FIRST_DAY = "First day; at most two years from today.";
    public static final String LAST_DAY =
            "Last day, included: at most 31 days with the first one, and at most two years from today.";
    static final int MOST_DAYS = 31;
    static final int MOST_YEARS = 2;
    static final SprintFields NONE = new SprintFields("", null, null, null);

    public SprintFields {
        name = Optional.ofNullable(name).map(String::strip).orElse(name);
    }

    /// @throws Invalid when the end is before the start or the sprint is too long
    SprintFields validate() {
        if (startDate != null && endDate != null) {
            var days = ChronoUnit.DAYS.between(startDate, endDate) + 1;
            if (days < 1) {
                throw new Invalid(
                        FieldError.at(
                                "/endDate",
                                "before-start",
                                "The end date is before the start date."));
            }
            if (days > MOST_DAYS) {
                throw new Invalid(
                        FieldError.at(
                                "/endDate",
                                "too-long",
                                "A sprint lasts at most " + MOST_DAYS + " days."));
            }
        }
        return this;
    }

    /// @param before the fields until now: a date that stays is not checked again
    /// @throws Invalid when a date is too far from today
    SprintFields requireDatesNear(LocalDate today, SprintFields before) {
        List<FieldError> far = new ArrayList<>();
        if (!Objects.equals(startDate, before.startDate)) {
            requireDatesNear(today, "/startDate", startDate, far);
        }
        if (!Objects.equals(endDate, before.endDate)) {
            requireDatesNear(today, "/endDate", endDate, far);
        }
        if (!far.isEmpty()) {
            throw new Invalid(far);
        }
        return this;
    }

    private static void requireDatesNear(
            LocalDate today, String pointer, @Nullable LocalDate date, List<FieldError> far) {
        var first = today.minusYears(MOST_YEARS);
        var last = today.plusYears(MOST_YEARS);
        if (date != null && (date.isBefore(first) || date.isAfter(last))) {
            far.add(
                    new FieldError(
                            pointer,
                            null,
                            "out-of-range",
                            Map.of("min", first.toString(), "max", last.toString()),
                            "The dates of a sprint are within "
                                    + MOST_YEARS
                                    + " years of today, from "
                                    + first
                                    + " to "
                                    + last
                                    + "."));
        }
    }

    /// The names of the fields that must be set before the sprint can start.
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (goal == null || goal.isBlank()) {
            missing.add("goal");
        }
        if (startDate == null) {
            missing.add("startDate");
        }
        if (endDate == null) {
            missing.add("endDate");
        }
        return missing;
    }

    boolean hasDatesOf(SprintFields other) {
        return Objects.equals(startDate, other.startDate) && Objects.equals(endDate, other.endDate);
    }

    Changes changesTo(SprintFields to) {
        return Changes.of("name", name, to.name)
                .and("goal", goal, to.goal)
                .and("startDate", startDate, to.startDate)
                .and("endDate", endDate, to.endDate);
    }
}
