package dev.steward.feedback.notification.opening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.feedback.notification.DeliveryStatus;
import dev.steward.feedback.notification.NotificationMode;
import dev.steward.feedback.notification.opening.Recipients.PlannedDelivery;
import dev.steward.feedback.notification.opening.Voice.EarlierMessage;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Who is told of what, and the first status of the message.
class RecipientsTest {

    private static final EarlierMessage SENT = message(DeliveryStatus.SENT, true);
    private static final String ADDRESS = "someone@example.org";

    private final UUID ann = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final UUID entry = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Test
    void onePersonGetsOneMessageThatNamesAllEntries() {
        assertThat(
                        recipients(
                                asks(ann, entry, null),
                                asks(ann, other, null),
                                asks(bob, other, null)))
                .containsExactly(
                        new PlannedDelivery(ann, DeliveryStatus.PENDING, List.of(entry, other)),
                        new PlannedDelivery(bob, DeliveryStatus.PENDING, List.of(other)));
    }

    @Test
    void whoeverWasToldOfAnEntryOfAFamilyIsNotToldOfItAgain() {
        var merged = UUID.randomUUID();
        assertThat(
                        recipients(
                                asks(ann, merged, entry, SENT),
                                asks(ann, entry, null),
                                asks(bob, entry, null)))
                .extracting(PlannedDelivery::contactId)
                .containsExactly(bob);
    }

    @Test
    void whoeverWasToldOfOneFamilyIsStillToldOfAnother() {
        assertThat(recipients(asks(ann, entry, SENT), asks(ann, other, null)))
                .containsExactly(new PlannedDelivery(ann, DeliveryStatus.PENDING, List.of(other)));
    }

    @Test
    void aMessageThatWaitsForAReleaseThatWasRolledBackTellsNothing() {
        for (var waiting : DeliveryStatus.WAITING) {
            assertThat(recipients(asks(ann, entry, message(waiting, false)))).hasSize(1);
            assertThat(recipients(asks(ann, entry, message(waiting, true)))).isEmpty();
        }
    }

    @Test
    void aMessageThatMayHaveBeenSentTellsAlsoAfterARollback() {
        assertThat(recipients(asks(ann, entry, message(DeliveryStatus.SENDING, false)))).isEmpty();
        assertThat(recipients(asks(ann, entry, message(DeliveryStatus.SENT, false)))).isEmpty();
        assertThat(recipients(asks(ann, entry, message(DeliveryStatus.SUPPRESSED, false))))
                .isEmpty();
    }

    @Test
    void messagesAreHeldWhereSomebodyIsToSendThem() {
        assertThat(Recipients.of(Stream.of(asks(ann, entry, null)), NotificationMode.MANUAL))
                .extracting(PlannedDelivery::status)
                .containsExactly(DeliveryStatus.HELD);
    }

    @Test
    void anOptOutComesBeforeTheSourceAndTheSourceBeforeTheAddress() {
        assertThat(statusOf(true, true, ADDRESS)).isEqualTo(DeliveryStatus.SUPPRESSED);
        assertThat(statusOf(true, false, null)).isEqualTo(DeliveryStatus.SUPPRESSED);
        assertThat(statusOf(false, true, null)).isEqualTo(DeliveryStatus.PENDING);
        assertThat(statusOf(false, false, ADDRESS)).isEqualTo(DeliveryStatus.PENDING);
        assertThat(statusOf(false, false, "")).isEqualTo(DeliveryStatus.UNREACHABLE);
        assertThat(statusOf(false, false, null)).isEqualTo(DeliveryStatus.UNREACHABLE);
    }

    @Test
    void aSourceOfAnyOfTheEntriesReachesThePerson() {
        assertThat(
                        recipients(
                                new Voice(ann, entry, entry, null, false, false, null),
                                new Voice(ann, other, other, null, true, false, null)))
                .extracting(PlannedDelivery::status)
                .containsExactly(DeliveryStatus.PENDING);
    }

    private DeliveryStatus statusOf(boolean optOut, boolean sourceTells, @Nullable String email) {
        return recipients(new Voice(ann, entry, entry, null, sourceTells, optOut, email))
                .getFirst()
                .status();
    }

    private static List<PlannedDelivery> recipients(Voice... voices) {
        return Recipients.of(Stream.of(voices), NotificationMode.AUTOMATIC).toList();
    }

    private static EarlierMessage message(DeliveryStatus status, boolean isReleased) {
        return new EarlierMessage(UUID.randomUUID(), status, isReleased);
    }

    private static Voice asks(UUID who, UUID entry, @Nullable EarlierMessage message) {
        return asks(who, entry, entry, message);
    }

    private static Voice asks(UUID who, UUID entry, UUID root, @Nullable EarlierMessage message) {
        return new Voice(who, entry, root, message, false, false, ADDRESS);
    }
}
