package dev.steward.feedback.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.platform.messaging.store.EventContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NotificationTest {

    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");

    private final Notification notification =
            new Notification(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    NotificationMode.MANUAL,
                    new EventContext("system:loop", "olivia", null, null, null),
                    NOW);

    @Test
    void isOpenedStepByStep() {
        var steps = IntStream.range(0, 4).mapToObj(_ -> notification.startNextStep(NOW)).toList();
        assertThat(steps.subList(0, 3))
                .map(step -> step.orElseThrow())
                .containsExactly(
                        NotificationStep.GATHERING_VOICES,
                        NotificationStep.CREATING_DELIVERIES,
                        NotificationStep.CLOSING_ENTRIES);
        assertThat(steps.getLast()).isEmpty();
        assertThat(notification.step()).isEqualTo(NotificationStep.CLOSING_ENTRIES);
    }

    @Test
    void goesOnBehindWhatAStepHasProcessed() {
        var last = UUID.randomUUID();
        notification.advanceTo(last, NOW);
        assertThat(notification.position()).isEqualTo(last);
        notification.startNextStep(NOW);
        assertThat(notification.position()).as("each step begins at the beginning").isNull();
    }

    @Test
    void isOpenWhenAllMessagesAreCreated() {
        var opened = notification.opened(3, NOW);
        assertThat(notification.status()).isEqualTo(NotificationStatus.OPEN);
        assertThat(opened).isInstanceOf(NotificationEvent.Opened.class);
        assertThat(opened.changes().fields()).containsEntry("deliveries", 3L);
        assertThat(opened.version()).isOne();
    }

    @Test
    void aRollbackStopsItAndTheReleaseStartsItAgainFromTheBeginning() {
        notification.startNextStep(NOW);
        notification.advanceTo(UUID.randomUUID(), NOW);
        notification.stop();
        assertThat(notification.status()).isEqualTo(NotificationStatus.STOPPED);
        assertThat(notification.restart(NOW)).isTrue();
        assertThat(notification.status()).isEqualTo(NotificationStatus.OPENING);
        assertThat(notification.step()).isEqualTo(NotificationStep.MARKING_SHIPPED);
        assertThat(notification.position()).isNull();
    }

    @Test
    void isNotStartedTwice() {
        assertThat(notification.restart(NOW)).isFalse();
        notification.opened(3, NOW);
        assertThat(notification.restart(NOW)).isFalse();
    }

    @Test
    void aRollbackDoesNotStopWhatIsOpen() {
        notification.opened(3, NOW);
        notification.stop();
        assertThat(notification.status()).isEqualTo(NotificationStatus.OPEN);
    }

    @Test
    void sendsHeldMessagesInAStepOfItsOwn() {
        notification.opened(3, NOW);
        var sent = notification.send(2, NOW);
        assertThat(sent).isInstanceOf(NotificationEvent.Sent.class);
        assertThat(sent.changes().fields()).containsEntry("deliveries", 2L);
        assertThat(sent.version()).isEqualTo(2);
        assertThat(notification.status()).isEqualTo(NotificationStatus.SENDING);
        assertThat(notification.startNextStep(NOW)).isEmpty();
        notification.end();
        assertThat(notification.status()).isEqualTo(NotificationStatus.OPEN);
    }

    @Test
    void waitsTwiceAsLongAfterEachFailureAndAMinuteAtMost() {
        assertThat(IntStream.range(0, 8).mapToObj(_ -> pauseAfterAFailure()).toList())
                .isEqualTo(List.of(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L));
    }

    @Test
    void doesHalfAsMuchAtOnceAfterEachFailure() {
        assertThat(notification.batchSize(10)).isEqualTo(10);
        notification.postpone(NOW);
        assertThat(notification.batchSize(10)).isEqualTo(5);
        notification.postpone(NOW);
        notification.postpone(NOW);
        notification.postpone(NOW);
        assertThat(notification.batchSize(10)).as("at least one").isOne();
        notification.advanceTo(UUID.randomUUID(), NOW);
        assertThat(notification.batchSize(16)).as("one failure is forgiven").isEqualTo(2);
    }

    @Test
    void namesWhoCausedTheRelease() {
        assertThat(notification.by().actor()).isEqualTo("system:loop");
        assertThat(notification.by().onBehalfOf()).isEqualTo("olivia");
    }

    private long pauseAfterAFailure() {
        notification.postpone(NOW);
        var due = (Instant) assertThat(notification).extracting("dueAt").actual();
        return due.getEpochSecond() - NOW.getEpochSecond();
    }
}
