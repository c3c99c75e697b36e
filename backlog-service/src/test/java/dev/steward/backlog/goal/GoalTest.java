package dev.steward.backlog.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.backlog.goal.Goal.GoalIdentity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GoalTest {

    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");

    private final Goal goal =
            new Goal(
                    new GoalIdentity(UUID.randomUUID(), UUID.randomUUID(), NOW, "olivia"),
                    text("Half the support calls", null));

    @Test
    void isProposedAtFirst() {
        assertThat(goal.status()).isEqualTo(GoalStatus.PROPOSED);
        assertThat(goal.proposed().version()).isOne();
        assertThat(goal.proposed().changes().isEmpty()).isTrue();
    }

    @Test
    void isAchievedOnceItWasActive() {
        assertThat(goal.activate(NOW).state().activatedAt()).isEqualTo(NOW);
        var achieved = goal.achieve(NOW.plusSeconds(60));
        assertThat(achieved.state().status()).isEqualTo(GoalStatus.ACHIEVED);
        assertThat(achieved.state().endedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(achieved.version()).isEqualTo(3);
        assertThat(goal.hasEnded()).isTrue();
    }

    @Test
    void isAbandonedWithAReason() {
        goal.activate(NOW);
        var abandoned = goal.abandon(NOW, "Another market");
        assertThat(abandoned.reason()).isEqualTo("Another market");
        assertThat(abandoned.state().reason()).isEqualTo("Another market");
        assertThat(abandoned.changes().fields()).containsOnlyKeys("status");
    }

    @Test
    void onlyAProposedOneIsActivated() {
        goal.activate(NOW);
        assertThatThrownBy(() -> goal.activate(NOW))
                .hasMessageContaining("Allowed: achieve, abandon");
    }

    @Test
    void aProposedOneIsNeitherAchievedNorAbandoned() {
        assertThatThrownBy(() -> goal.achieve(NOW)).hasMessageContaining("Allowed: activate");
        assertThatThrownBy(() -> goal.abandon(NOW, "No")).hasMessageContaining("Allowed: activate");
        assertThat(goal.version()).isOne();
    }

    @Test
    void anEndedOneIsFinal() {
        goal.activate(NOW);
        goal.achieve(NOW);
        assertThatThrownBy(() -> goal.update(text("Something else", null)))
                .isInstanceOf(WrongGoalStatus.class)
                .hasMessageContaining("It is final.");
        assertThatThrownBy(() -> goal.abandon(NOW, "No")).isInstanceOf(WrongGoalStatus.class);
    }

    @Test
    void namesTheFieldsThatAnUpdateChanged() {
        var edited = goal.update(text("Half the support calls", "Calls a week")).orElseThrow();
        assertThat(edited.changes().fields()).containsOnlyKeys("measure");
        assertThat(edited.version()).isEqualTo(2);
    }

    @Test
    void theSameTextIsNoEvent() {
        assertThat(goal.update(text("Half the support calls", null))).isEmpty();
        assertThat(goal.version()).isOne();
    }

    private static GoalText text(String title, @Nullable String measure) {
        return new GoalText(title, null, null, measure);
    }
}
