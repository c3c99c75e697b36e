package dev.steward.feedback.notification.opening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.feedback.notification.DeliveryStatus;
import dev.steward.feedback.notification.NotificationMode;
import dev.steward.feedback.notification.opening.Recipients.PlannedDelivery;
import dev.steward.feedback.notification.opening.Recipients.Voice;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Who is told of what, and the first status of the message.
class RecipientsTest {

    private final UUID ann = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final UUID entry = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Test
    void onePersonGetsOneMessageThatNamesAllEntries() {
        var messages =
                Recipients.of(
                        List.of(
                                says(ann, entry, entry, false),
                                says(ann, other, other, false),
                                says(bob, other, other, false)),
                        NotificationMode.AUTOMATIC);
        assertThat(messages)
                .containsExactly(
                        new PlannedDelivery(ann, DeliveryStatus.PENDING, List.of(entry, other)),
                        new PlannedDelivery(bob, DeliveryStatus.PENDING, List.of(other)));
    }

    @Test
    void whoeverWasToldOfAnEntryOfAFamilyIsNotToldOfItAgain() {
        var merged = UUID.randomUUID();
        var messages =
                Recipients.of(
                        List.of(
                                says(ann, merged, entry, true),
                                says(ann, entry, entry, false),
                                says(bob, entry, entry, false)),
                        NotificationMode.AUTOMATIC);
        assertThat(messages).extracting(PlannedDelivery::contactId).containsExactly(bob);
    }

    @Test
    void whoeverWasToldOfOneFamilyIsStillToldOfAnother() {
        var messages =
                Recipients.of(
                        List.of(says(ann, entry, entry, true), says(ann, other, other, false)),
                        NotificationMode.MANUAL);
        assertThat(messages)
                .containsExactly(new PlannedDelivery(ann, DeliveryStatus.HELD, List.of(other)));
    }

    @Test
    void anOptOutComesBeforeTheSourceAndTheSourceBeforeTheAddress() {
        assertThat(Recipients.initialStatus(NotificationMode.AUTOMATIC, true, true, true))
                .isEqualTo(DeliveryStatus.SUPPRESSED);
        assertThat(Recipients.initialStatus(NotificationMode.AUTOMATIC, false, true, false))
                .isEqualTo(DeliveryStatus.PENDING);
        assertThat(Recipients.initialStatus(NotificationMode.MANUAL, false, false, false))
                .isEqualTo(DeliveryStatus.UNREACHABLE);
        assertThat(Recipients.initialStatus(NotificationMode.MANUAL, false, false, true))
                .isEqualTo(DeliveryStatus.HELD);
    }

    @Test
    void aSourceOfAnyOfTheEntriesReachesThePerson() {
        var messages =
                Recipients.of(
                        List.of(
                                voice(ann, entry, false, null),
                                voice(ann, other, true, null),
                                voice(bob, entry, false, "")),
                        NotificationMode.AUTOMATIC);
        assertThat(messages)
                .extracting(PlannedDelivery::status)
                .containsExactly(DeliveryStatus.PENDING, DeliveryStatus.UNREACHABLE);
    }

    private static Voice says(UUID who, UUID entry, UUID root, boolean told) {
        return new Voice(who, entry, root, told, false, false, "someone@example.org");
    }

    private static Voice voice(UUID who, UUID entry, boolean source, @Nullable String email) {
        return new Voice(who, entry, entry, false, source, false, email);
    }
}
