package dev.steward.sprint.team;

import static dev.steward.sprint.team.TeamFixture.inZone;
import static dev.steward.sprint.team.TeamFixture.member;
import static dev.steward.sprint.team.TeamFixture.named;
import static dev.steward.sprint.team.TeamFixture.profileOf;
import static dev.steward.sprint.team.TeamFixture.teamOf;
import static dev.steward.sprint.team.TeamFixture.with;
import static dev.steward.sprint.team.TeamFixture.workingOn;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TeamTest {

    @Test
    void startsAtVersionOneWithAllOfItsFieldsAsTheChange() {
        var created = teamOf("dana").created();
        assertThat(created.version()).isOne();
        assertThat(created.changes().fields())
                .containsOnlyKeys("name", "timeZone", "workingDays", "members");
        assertThat(created.state().members()).containsExactly(member("dana"));
    }

    @Test
    void namesTheFieldsThatAnEditChanged() {
        var team = teamOf("dana");
        var edited = team.update(named(team.profile(), "Payment"), Set.of("dana")).orElseThrow();
        assertThat(edited.changes().fields()).containsOnlyKeys("name");
        assertThat(edited.version()).isEqualTo(2);
        assertThat(edited.state().name()).isEqualTo("Payment");
    }

    @Test
    void anUnchangedUpdateIsNoEvent() {
        var team = teamOf("dana");
        assertThat(team.update(team.profile(), Set.of("dana"))).isEmpty();
        assertThat(team.version()).isOne();
    }

    @Test
    void anotherNotationOfANumberIsNoChange() {
        var team = teamOf("dana");
        var same = new TeamMember("dana", new BigDecimal("8.00"), new BigDecimal("0.80"));
        assertThat(team.update(with(team.profile(), same), Set.of("dana"))).isEmpty();
    }

    @Test
    void refusesWhoIsNoMemberOfTheProduct() {
        assertThat(faultsOf(profileOf("dana", "otto"), "dana"))
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("/members/1/subject", "not-a-member"));
    }

    @Test
    void keepsAMemberWhoHasLeftTheProduct() {
        var team = teamOf("dana");
        assertThat(team.update(named(team.profile(), "Payment"), Set.of())).isPresent();
    }

    @Test
    void doesNotTakeBackWhoHasLeftBoth() {
        var team = teamOf("dana");
        assertThat(team.update(with(team.profile()), Set.of())).isPresent();
        assertThat(
                        catchThrowableOfType(
                                Invalid.class, () -> team.update(profileOf("dana"), Set.of())))
                .isNotNull();
    }

    @Test
    void refusesTheSamePersonTwice() {
        assertThat(faultsOf(profileOf("dana", "dana"), "dana"))
                .extracting(FieldError::pointer)
                .containsExactly("/members/1/subject");
    }

    @Test
    void refusesTheSameDayTwice() {
        assertThat(faultsOf(workingOn(profileOf(), MONDAY, FRIDAY, MONDAY)))
                .extracting(FieldError::pointer)
                .containsExactly("/workingDays/2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Berlin", "+02:00", "europe/berlin", "CET/Now"})
    void refusesATimeZoneThatIanaDoesNotKnow(String zone) {
        assertThat(faultsOf(inZone(profileOf(), zone)))
                .extracting(FieldError::pointer)
                .containsExactly("/timeZone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "UTC", "America/Argentina/Buenos_Aires"})
    void acceptsTheTimeZonesOfIana(String zone) {
        inZone(profileOf(), zone).validate(Set.of());
    }

    @Test
    void namesAllFaultsAtOnce() {
        assertThat(faultsOf(inZone(profileOf("otto"), "Berlin"))).hasSize(2);
    }

    private static List<FieldError> faultsOf(TeamProfile profile, String... productMembers) {
        var refused =
                catchThrowableOfType(
                        Invalid.class,
                        () ->
                                Team.create(
                                        UUID.randomUUID(),
                                        profile,
                                        Set.of(productMembers),
                                        TeamFixture.NOW));
        return refused.errors();
    }
}
