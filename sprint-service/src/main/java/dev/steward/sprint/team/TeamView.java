package dev.steward.sprint.team;

import dev.steward.platform.access.Person;
import dev.steward.platform.web.LongRows;
import dev.steward.platform.web.Representation;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A team in an answer.
@Schema(
        name = "Team",
        requiredProperties = {
            "id",
            "productId",
            "name",
            "timeZone",
            "workingDays",
            "members",
            "createdAt",
            "version"
        })
record TeamView(
        UUID id,
        UUID productId,
        String name,
        String timeZone,
        List<DayOfWeek> workingDays,
        List<MemberView> members,
        Instant createdAt,
        long version) {

    /// @param name null while this service has not seen a token of theirs
    @Schema(
            name = "TeamMember",
            requiredProperties = {"subject", "name", "hoursPerDay", "focus"})
    record MemberView(
            String subject,
            @Schema(nullable = true) @Nullable String name,
            BigDecimal hoursPerDay,
            BigDecimal focus) {

        static MemberView of(TeamMember member, @Nullable Person person) {
            var name = person == null ? null : person.name();
            return new MemberView(member.subject(), name, member.hoursPerDay(), member.focus());
        }
    }

    static TeamView of(Team team, Map<String, Person> people) {
        var profile = team.profile();
        return new TeamView(
                team.id(),
                team.productId(),
                profile.name(),
                profile.timeZone(),
                profile.workingDays(),
                profile.members().stream()
                        .map(member -> MemberView.of(member, people.get(member.subject())))
                        .toList(),
                team.createdAt(),
                team.version());
    }

    /// What it takes in an answer, roughly.
    long bytes() {
        return 500
                + LongRows.bytes(name)
                + members.stream()
                        .mapToLong(member -> 80 + LongRows.bytes(member.subject(), member.name()))
                        .sum();
    }

    /// Names are shown but are not the team's: one that becomes known refreshes cached copies.
    String etag() {
        return Representation.etag(version, members.stream().map(MemberView::name).toArray());
    }
}
