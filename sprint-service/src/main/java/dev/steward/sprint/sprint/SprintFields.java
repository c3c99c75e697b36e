package dev.steward.sprint.sprint;

import dev.steward.platform.messaging.Changes;
import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.Invalid;
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

/// What people say of a sprint. Goal and dates may come later, but before it starts.
///
/// @param endDate the last day, included; a sprint has 31 days at most
@Schema(name = "SprintPatch")
record SprintFields(
        @NotBlank @Size(max = 100) @Pattern(regexp = NO_CONTROL_CHARACTERS) String name,
        @Schema(description = "What the sprint is for, as Markdown: the commitment of the team.")
                @Size(min = 1, max = 2_000)
                @Nullable String goal,
        @Schema(description = FIRST_DAY) @Nullable LocalDate startDate,
        @Schema(description = LAST_DAY + " Fixed once the sprint has started.")
                @Nullable LocalDate endDate) {

    static final String NO_CONTROL_CHARACTERS = "^[^\\x00-\\x1f\\x7f]*$";
    static final String FIRST_DAY = "The first day; within two years of today.";
    static final String LAST_DAY =
            "The last day, included; at most 31 days with it, within two years of today.";
    static final int MOST_DAYS = 31;
    static final int MOST_YEARS = 2;
    static final SprintFields NONE = new SprintFields("", null, null, null);

    SprintFields {
        name = Optional.ofNullable(name).map(String::strip).orElse(name);
    }

    /// @throws Invalid where the dates make no sprint
    SprintFields requireSound() {
        if (startDate != null && endDate != null) {
            var days = ChronoUnit.DAYS.between(startDate, endDate) + 1;
            if (days < 1) {
                throw new Invalid(
                        FieldError.at(
                                "/endDate", "before-start", "The sprint ends before it starts."));
            }
            if (days > MOST_DAYS) {
                throw new Invalid(
                        FieldError.at(
                                "/endDate",
                                "too-long",
                                "A sprint lasts " + MOST_DAYS + " days at most."));
            }
        }
        return this;
    }

    /// @param before what was said until now: a date that stays is not judged again, as time passes
    /// @throws Invalid where a date lies too far from today
    SprintFields requireNear(LocalDate today, SprintFields before) {
        List<FieldError> far = new ArrayList<>();
        if (!Objects.equals(startDate, before.startDate)) {
            requireNear(today, "/startDate", startDate, far);
        }
        if (!Objects.equals(endDate, before.endDate)) {
            requireNear(today, "/endDate", endDate, far);
        }
        if (!far.isEmpty()) {
            throw new Invalid(far);
        }
        return this;
    }

    private static void requireNear(
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
                            "The dates of a sprint lie within "
                                    + MOST_YEARS
                                    + " years of today, from "
                                    + first
                                    + " to "
                                    + last
                                    + "."));
        }
    }

    /// What it still lacks to start.
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
