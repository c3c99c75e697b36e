package dev.steward.feedback.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.feedback.entry.Decision;
import dev.steward.feedback.entry.FeedbackStatus;
import dev.steward.feedback.status.StatusFacts.SolvingItem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusFactsTest {

    private static final SolvingItem RELEASED = new SolvingItem(true, false, "DONE", "DONE");
    private static final SolvingItem DROPPED = new SolvingItem(false, false, "DROPPED", null);
    private static final SolvingItem OPEN = worked(null);

    @Test
    void withoutAnItemItIsNewUntilSomebodyLooksAtIt() {
        assertThat(new StatusFacts(false, null, false, List.of(), false).status())
                .isEqualTo(FeedbackStatus.NEW);
        assertThat(statusWith()).isEqualTo(FeedbackStatus.TRIAGED);
    }

    @Test
    void followsTheWorkOnItsItem() {
        assertThat(statusWith(OPEN)).isEqualTo(FeedbackStatus.LINKED);
        assertThat(statusWith(worked("NONE"))).isEqualTo(FeedbackStatus.LINKED);
        assertThat(statusWith(worked("SELECTED"))).isEqualTo(FeedbackStatus.PLANNED);
        assertThat(statusWith(worked("IN_PROGRESS"))).isEqualTo(FeedbackStatus.IN_PROGRESS);
        assertThat(statusWith(worked("DONE"))).isEqualTo(FeedbackStatus.IN_PROGRESS);
    }

    @Test
    void theFurthestOfItsItemsCounts() {
        assertThat(statusWith(OPEN, worked("SELECTED"))).isEqualTo(FeedbackStatus.PLANNED);
        assertThat(statusWith(worked("SELECTED"), worked("DONE")))
                .isEqualTo(FeedbackStatus.IN_PROGRESS);
    }

    @Test
    void isShippedWhenAllItsItemsAreReleased() {
        assertThat(statusWith(RELEASED)).isEqualTo(FeedbackStatus.CLOSED);
        assertThat(statusWith(RELEASED, OPEN)).isEqualTo(FeedbackStatus.IN_PROGRESS);
    }

    @Test
    void isClosedWhenNobodyIsLeftToBeTold() {
        assertThat(new StatusFacts(false, null, true, List.of(RELEASED), true).status())
                .isEqualTo(FeedbackStatus.SHIPPED);
    }

    @Test
    void droppedItemsDoNotCountUnlessTheyAreReleased() {
        assertThat(statusWith(DROPPED)).isEqualTo(FeedbackStatus.TRIAGED);
        assertThat(statusWith(DROPPED, RELEASED)).isEqualTo(FeedbackStatus.CLOSED);
        assertThat(statusWith(new SolvingItem(false, false, "DUPLICATE", "SELECTED")))
                .isEqualTo(FeedbackStatus.TRIAGED);
        assertThat(statusWith(new SolvingItem(false, true, "NEW", null)))
                .isEqualTo(FeedbackStatus.TRIAGED);
        assertThat(statusWith(new SolvingItem(true, true, "DROPPED", null)))
                .isEqualTo(FeedbackStatus.CLOSED);
    }

    @Test
    void aMergeAndADecisionOverrideItsItems() {
        assertThat(new StatusFacts(true, Decision.SPAM, true, List.of(RELEASED), true).status())
                .isEqualTo(FeedbackStatus.MERGED);
        assertThat(new StatusFacts(false, Decision.SPAM, true, List.of(OPEN), false).status())
                .isEqualTo(FeedbackStatus.SPAM);
        assertThat(new StatusFacts(false, Decision.DECLINED, true, List.of(), false).status())
                .isEqualTo(FeedbackStatus.DECLINED);
    }

    private static SolvingItem worked(@Nullable String status) {
        return new SolvingItem(false, false, "READY", status);
    }

    private static FeedbackStatus statusWith(SolvingItem... items) {
        return new StatusFacts(false, null, true, List.of(items), false).status();
    }
}
