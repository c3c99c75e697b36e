package dev.steward.feedback.notification;

import static dev.steward.feedback.notification.DeliveryStatus.DEAD;
import static dev.steward.feedback.notification.DeliveryStatus.HANDED_OVER;
import static dev.steward.feedback.notification.DeliveryStatus.HELD;
import static dev.steward.feedback.notification.DeliveryStatus.RETRY;
import static dev.steward.feedback.notification.DeliveryStatus.SENDING;
import static dev.steward.feedback.notification.DeliveryStatus.SENT;
import static dev.steward.feedback.notification.DeliveryStatus.SUPPRESSED;
import static dev.steward.feedback.notification.DeliveryStatus.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.platform.testing.LoadedEntity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeliveryTest {

    private static final Instant DUE = Instant.parse("2026-01-15T09:00:00Z");
    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");
    private static final Instant LATER = Instant.parse("2026-01-15T10:30:00Z");
    private static final String REFUSED = "550 no such mailbox";

    private final Delivery sending = delivery(SENDING, 1);

    @Test
    void itsTextIsEditedWhileItIsHeld() {
        var held = delivery(HELD, 0);
        var edited = held.updateText("Dear friend").orElseThrow();
        assertThat(edited).isInstanceOf(DeliveryEvent.Edited.class);
        assertThat(edited.version()).isOne();
        assertThat(held.text()).isEqualTo("Dear friend");
        assertThat(held.updateText(null)).as("the default text again").isPresent();
    }

    @Test
    void eventsNeverHoldItsText() {
        var edited = delivery(HELD, 0).updateText("Dear friend").orElseThrow();
        assertThat(edited.changes().isEmpty()).isTrue();
        assertThat(edited.toString()).doesNotContain("Dear friend");
    }

    @Test
    void theSameTextIsNoEvent() {
        var held = delivery(HELD, 0);
        assertThat(held.updateText(null)).isEmpty();
        assertThat(held.version()).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = DeliveryStatus.class, names = "HELD", mode = EnumSource.Mode.EXCLUDE)
    void itsTextIsFinalOnceItIsNotHeld(DeliveryStatus status) {
        assertThatThrownBy(() -> delivery(status, 1).updateText("Dear friend"))
                .isInstanceOf(Delivery.NotHeld.class)
                .hasFieldOrPropertyWithValue("code", "delivery-under-way")
                .hasMessageContaining(status.name());
    }

    @Test
    void isSettledOnce() {
        assertThat(
                        List.of(
                                delivery(SENDING, 1).sent(NOW),
                                delivery(SENDING, 1).suppressed(NOW),
                                delivery(SENDING, 1).unreachable(NOW)))
                .allSatisfy(settled -> {
                    assertThat(settled).isInstanceOf(DeliveryEvent.Settled.class);
                    assertThat(settled.version()).isOne();
                    assertThat(settled.changes().fields()).containsOnlyKeys("status");
                })
                .extracting(settled -> settled.state().status())
                .containsExactly(SENT, SUPPRESSED, UNREACHABLE);
    }

    @Test
    void onlyTheHandoverTellsItsSourceWhom() {
        var handover = new Handover(UUID.randomUUID(), "4711", List.of());
        var event = sending.handedOver(handover, NOW);
        assertThat(event).isInstanceOf(DeliveryEvent.HandedOver.class);
        assertThat(event.state().status()).isEqualTo(HANDED_OVER);
        assertThat(event.state().handover()).isEqualTo(handover);
        assertThat(delivery(SENDING, 1).sent(NOW).state().handover()).isNull();
    }

    @Test
    void aFailureIsTriedAgainAndIsNoEvent() {
        assertThat(sending.failed(REFUSED, LATER, NOW)).isEmpty();
        assertThat(sending)
                .extracting("status", "dueAt", "failure", "claimedUntil")
                .containsExactly(RETRY, LATER, REFUSED, null);
        assertThat(sending.version()).isZero();
    }

    @Test
    void theLastAttemptIsTheTwelfth() {
        assertThat(delivery(SENDING, 11).failed(REFUSED, LATER, NOW)).isEmpty();
        var last = delivery(SENDING, 12);
        var dead = last.failed(REFUSED, LATER, NOW).orElseThrow();
        assertThat(dead.state().status()).isEqualTo(DEAD);
        assertThat(last).extracting("failure").isEqualTo(REFUSED);
    }

    @Test
    void isExhaustedWhenNoAttemptCouldRecordItsResult() {
        assertThat(delivery(SENDING, 12).isExhausted()).isFalse();
        var exhausted = delivery(SENDING, 13);
        assertThat(exhausted.isExhausted()).isTrue();
        assertThat(exhausted.exhausted(NOW).state().status()).isEqualTo(DEAD);
        assertThat(exhausted)
                .extracting("failure")
                .isEqualTo("It is not known whether it was sent.");
    }

    @Test
    void whatWasNotTriedDoesNotCountAsAnAttempt() {
        sending.undoClaim(NOW);
        assertThat(sending.attempt()).isZero();
        assertThat(sending).extracting("status", "dueAt").containsExactly(RETRY, NOW);
    }

    @Test
    void isHeldAgainWhenItMustNotBeSentNow() {
        sending.hold();
        assertThat(sending)
                .extracting("status", "dueAt", "claimedUntil")
                .containsExactly(HELD, DUE, null);
        assertThat(sending.version()).isZero();
    }

    private static Delivery delivery(DeliveryStatus status, int attempt) {
        return LoadedEntity.of(
                Delivery.class,
                Map.of(
                        "id",
                        UUID.randomUUID(),
                        "productId",
                        UUID.randomUUID(),
                        "releaseId",
                        UUID.randomUUID(),
                        "contactId",
                        UUID.randomUUID(),
                        "status",
                        status,
                        "attempt",
                        attempt,
                        "dueAt",
                        DUE,
                        "claimedUntil",
                        LATER));
    }
}
