package dev.steward.sprint.team;

import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The fields of a team that people set: the body of a creation, and what a patch changes.
///
/// @param timeZone name in the IANA time zone database; it decides when a working day begins
/// @param members at most 50, so that the events of a team can hold them
@Schema(name = "TeamProfile")
record TeamProfile(
        @NotBlank
                @Size(max = 100)
                @Pattern(regexp = NO_CONTROL_CHARACTERS)
                @Schema(
                        description = "Name of the team, unique in the product, ignoring case.",
                        examples = "Checkout")
                String name,
        @NotBlank
                @Size(max = 64)
                @Schema(
                        description =
                                "Time zone of the team: a name of the IANA time zone database. An outdated name such as `Asia/Calcutta` is replaced by the current one.",
                        examples = "Europe/Berlin")
                String timeZone,
        @NotEmpty
                @Size(max = 7)
                @Schema(
                        description =
                                "Days of the week on which the team works; each at most once.")
                List<@NotNull DayOfWeek> workingDays,
        @Size(max = 50)
                @Schema(
                        description =
                                "Members of the team; each person at most once. Empty when absent.")
                List<@NotNull @Valid TeamMember> members) {

    /// Valid both as a Java and as an ECMA 262 expression, which the API document needs.
    static final String NO_CONTROL_CHARACTERS = "^[^\\x00-\\x1f\\x7f]*$";

    TeamProfile {
        name = Optional.ofNullable(name).map(String::strip).orElse(name);
        timeZone = Optional.ofNullable(timeZone).flatMap(TimeZones::canonical).orElse(timeZone);
        members = Optional.ofNullable(members).orElseGet(List::of);
    }

    /// @param eligible the `sub`s of those who may be in the team
    /// @throws Invalid naming each invalid field
    void validate(Set<String> eligible) {
        List<FieldError> errors = new ArrayList<>();
        if (TimeZones.canonical(timeZone).isEmpty()) {
            errors.add(
                    error(
                            "/timeZone",
                            "unknown-time-zone",
                            timeZone,
                            "is not a time zone of the IANA database"));
        }
        repeated(workingDays)
                .forEach(index ->
                        errors.add(
                                error(
                                        "/workingDays/" + index,
                                        "repeated",
                                        workingDays.get(index),
                                        "is listed twice")));
        var subjects = subjects();
        repeated(subjects)
                .forEach(index ->
                        errors.add(
                                error(
                                        "/members/" + index + "/subject",
                                        "repeated",
                                        subjects.get(index),
                                        "is listed twice")));
        for (var index = 0; index < subjects.size(); index++) {
            if (!eligible.contains(subjects.get(index))) {
                errors.add(
                        error(
                                "/members/" + index + "/subject",
                                "not-a-member",
                                subjects.get(index),
                                "is not a member of the product"));
            }
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    List<String> subjects() {
        return members.stream().map(TeamMember::subject).toList();
    }

    /// The positions of values that occur earlier in the list already.
    private static List<Integer> repeated(List<?> values) {
        Set<Object> seen = new HashSet<>();
        List<Integer> places = new ArrayList<>();
        for (var index = 0; index < values.size(); index++) {
            if (!seen.add(values.get(index))) {
                places.add(index);
            }
        }
        return places;
    }

    private static FieldError error(String pointer, String code, Object value, String what) {
        return new FieldError(
                pointer, null, code, Map.of("value", value), value + " " + what + ".");
    }
}
