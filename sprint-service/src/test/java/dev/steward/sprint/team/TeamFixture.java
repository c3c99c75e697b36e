package dev.steward.sprint.team;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Teams for tests.
final class TeamFixture {

    static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");

    private TeamFixture() {}

    static Team teamOf(String... subjects) {
        return Team.create(UUID.randomUUID(), profileOf(subjects), Set.of(subjects), NOW);
    }

    static TeamProfile profileOf(String... subjects) {
        return new TeamProfile(
                "Checkout",
                "Europe/Berlin",
                List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY),
                List.of(subjects).stream().map(TeamFixture::member).toList());
    }

    static TeamMember member(String subject) {
        return new TeamMember(subject, new BigDecimal("8"), new BigDecimal("0.8"));
    }

    static TeamProfile named(TeamProfile profile, String name) {
        return new TeamProfile(name, profile.timeZone(), profile.workingDays(), profile.members());
    }

    static TeamProfile inZone(TeamProfile profile, String timeZone) {
        return new TeamProfile(profile.name(), timeZone, profile.workingDays(), profile.members());
    }

    static TeamProfile workingOn(TeamProfile profile, DayOfWeek... days) {
        return new TeamProfile(
                profile.name(), profile.timeZone(), List.of(days), profile.members());
    }

    static TeamProfile with(TeamProfile profile, TeamMember... members) {
        return new TeamProfile(
                profile.name(), profile.timeZone(), profile.workingDays(), List.of(members));
    }
}
