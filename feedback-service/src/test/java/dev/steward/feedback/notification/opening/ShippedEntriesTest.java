package dev.steward.feedback.notification.opening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.feedback.entry.FeedbackStatus;
import dev.steward.feedback.notification.opening.ShippedEntries.Candidate;
import dev.steward.feedback.status.StatusChange;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Which of the entries that ask for an item of a release are shipped by it.
class ShippedEntriesTest {

    private static final List<FeedbackStatus> OPEN =
            List.of(
                    FeedbackStatus.NEW,
                    FeedbackStatus.TRIAGED,
                    FeedbackStatus.LINKED,
                    FeedbackStatus.PLANNED,
                    FeedbackStatus.IN_PROGRESS);

    @Test
    void anOpenEntryWhoseLastItemIsReleased() {
        for (var open : OPEN) {
            assertThat(becomes(open, FeedbackStatus.SHIPPED).isShipped()).isTrue();
            assertThat(becomes(open, FeedbackStatus.CLOSED).isShipped()).isTrue();
            assertThat(becomes(open, FeedbackStatus.IN_PROGRESS).isShipped()).isFalse();
        }
    }

    @Test
    void noEntryThatWasDeclined() {
        assertThat(becomes(FeedbackStatus.DECLINED, FeedbackStatus.DECLINED).isShipped()).isFalse();
        assertThat(becomes(FeedbackStatus.SPAM, FeedbackStatus.SPAM).isShipped()).isFalse();
    }

    @Test
    void noEntryOfWhichAnotherReleaseHasToldEverybody() {
        assertThat(becomes(FeedbackStatus.SHIPPED, FeedbackStatus.SHIPPED).isShipped()).isFalse();
        assertThat(becomes(FeedbackStatus.CLOSED, FeedbackStatus.CLOSED).isShipped()).isFalse();
    }

    @Test
    void anEntryOfWhichAnotherReleaseHasNotToldEverybody() {
        var shipped =
                new StatusChange(UUID.randomUUID(), FeedbackStatus.SHIPPED, FeedbackStatus.SHIPPED);
        assertThat(new Candidate(shipped, true, false).isShipped()).isTrue();
        assertThat(new Candidate(shipped, false, true).isShipped()).isTrue();
    }

    @Test
    void whatWasDeclinedOrUnlinkedSinceIsShippedNoMore() {
        assertThat(NotificationEntries.isStillShipped(FeedbackStatus.SHIPPED)).isTrue();
        assertThat(NotificationEntries.isStillShipped(FeedbackStatus.CLOSED)).isTrue();
        assertThat(NotificationEntries.isStillShipped(FeedbackStatus.MERGED)).isTrue();
        assertThat(NotificationEntries.isStillShipped(FeedbackStatus.DECLINED)).isFalse();
        assertThat(NotificationEntries.isStillShipped(FeedbackStatus.LINKED)).isFalse();
    }

    private static Candidate becomes(FeedbackStatus before, FeedbackStatus after) {
        return new Candidate(new StatusChange(UUID.randomUUID(), before, after), false, false);
    }
}
