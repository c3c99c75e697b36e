package dev.steward.sprint.team;

import dev.steward.platform.access.Person;
import dev.steward.platform.web.conditional.Representation;
import dev.steward.platform.web.conditional.Tagged;
import dev.steward.platform.web.paging.SizeLimitedPage;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A team, as answers show it.
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
        @Schema(description = "Id of the team.") UUID id,
        @Schema(description = "Id of the product that the team works on.") UUID productId,
        @Schema(description = "Name of the team, unique in the product, ignoring case.")
                String name,
        @Schema(
                        description =
                                "Name of its time zone in the IANA database; it decides when a day begins and ends.",
                        examples = "Europe/Berlin")
                String timeZone,
        @Schema(description = "Days of the week on which the team works.")
                List<DayOfWeek> workingDays,
        @Schema(description = "Members of the team; may be empty.") List<MemberView> members,
        @Schema(description = "When the team was created.") Instant createdAt,
        @Schema(description = "Raised by 1 with each change of the team.") long version)
        implements Tagged {

    @Schema(
            name = "TeamMember",
            requiredProperties = {"subject", "name", "hoursPerDay", "focus"})
    record MemberView(
            @Schema(description = "`sub` of the person.", examples = "dana") String subject,
            @Schema(
                            nullable = true,
                            description =
                                    "Name of the person. Null until the person has signed in for the first time.")
                    @Nullable String name,
            @Schema(description = "Hours at work on a working day; above 0, at most 24.")
                    BigDecimal hoursPerDay,
            @Schema(
                            description =
                                    "Share of these hours that goes into the sprint; above 0, at most 1.")
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

    /// Roughly how many bytes it takes in an answer.
    long bytes() {
        return 500
                + SizeLimitedPage.bytes(name)
                + members.stream()
                        .mapToLong(member ->
                                80 + SizeLimitedPage.bytes(member.subject(), member.name()))
                        .sum();
    }

    /// Includes the names of the members, which are not part of the team's version: a name that
    /// becomes known must refresh cached copies.
    @Override
    public String etag() {
        return Representation.etag(version, members.stream().map(MemberView::name).toArray());
    }
}
