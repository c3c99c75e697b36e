package dev.steward.sprint.team;

import dev.steward.platform.web.FieldError;
import dev.steward.platform.web.Invalid;
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

/// What people say of a team: the body of a creation, and what a patch changes.
///
/// @param timeZone of the IANA database: it decides when a working day begins
/// @param members at most 50, so that they travel inside the team's events
@Schema(name = "TeamProfile")
record TeamProfile(
        @NotBlank
                @Size(max = 100)
                @Pattern(regexp = NO_CONTROL_CHARACTERS)
                @Schema(
                        description = "Unique in the product, ignoring case.",
                        examples = "Checkout")
                String name,
        @NotBlank
                @Size(max = 64)
                @Schema(
                        description =
                                "A name of the IANA time zone database; an older one comes back as today's.",
                        examples = "Europe/Berlin")
                String timeZone,
        @NotEmpty
                @Size(max = 7)
                @Schema(description = "On which days the team works; each at most once.")
                List<@NotNull DayOfWeek> workingDays,
        @Size(max = 50) @Schema(description = "Who is in the team; each person at most once.")
                List<@NotNull @Valid TeamMember> members) {

    /// No name needs a line break. Also read as ECMA 262 by those who use the API's document.
    static final String NO_CONTROL_CHARACTERS = "^[^\\x00-\\x1f\\x7f]*$";

    TeamProfile {
        name = Optional.ofNullable(name).map(String::strip).orElse(name);
        timeZone = Optional.ofNullable(timeZone).flatMap(TimeZones::canonical).orElse(timeZone);
        members = Optional.ofNullable(members).orElseGet(List::of);
    }

    /// @param eligible who may be in the team
    /// @throws Invalid naming each field at fault
    void requireSound(Set<String> eligible) {
        List<FieldError> faults = new ArrayList<>();
        if (TimeZones.canonical(timeZone).isEmpty()) {
            faults.add(
                    fault(
                            "/timeZone",
                            "unknown-time-zone",
                            timeZone,
                            "is no time zone of the IANA database"));
        }
        repeated(workingDays)
                .forEach(index ->
                        faults.add(
                                fault(
                                        "/workingDays/" + index,
                                        "repeated",
                                        workingDays.get(index),
                                        "is there already")));
        var subjects = subjects();
        repeated(subjects)
                .forEach(index ->
                        faults.add(
                                fault(
                                        "/members/" + index + "/subject",
                                        "repeated",
                                        subjects.get(index),
                                        "is in the team already")));
        for (var index = 0; index < subjects.size(); index++) {
            if (!eligible.contains(subjects.get(index))) {
                faults.add(
                        fault(
                                "/members/" + index + "/subject",
                                "not-a-member",
                                subjects.get(index),
                                "is no member of the product"));
            }
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
    }

    List<String> subjects() {
        return members.stream().map(TeamMember::subject).toList();
    }

    /// The places of what has occurred before.
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

    private static FieldError fault(String pointer, String code, Object value, String what) {
        return new FieldError(
                pointer, null, code, Map.of("value", value), value + " " + what + ".");
    }
}
