package dev.steward.feedback.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.feedback.loop.Audience.Message;
import dev.steward.feedback.loop.Audience.Voice;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Who is told of what, and how the message begins.
class AudienceTest {

    private final UUID ann = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();
    private final UUID entry = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @Test
    void onePersonGetsOneMessageThatNamesAllEntries() {
        var messages =
                Audience.of(
                        List.of(
                                says(ann, entry, entry, false),
                                says(ann, other, other, false),
                                says(bob, other, other, false)),
                        Mode.AUTOMATIC);
        assertThat(messages)
                .containsExactly(
                        new Message(ann, DeliveryStatus.PENDING, List.of(entry, other)),
                        new Message(bob, DeliveryStatus.PENDING, List.of(other)));
    }

    @Test
    void whoeverWasToldOfAnyEntryOfAFamilyHearsNothingOfItAgain() {
        var merged = UUID.randomUUID();
        var messages =
                Audience.of(
                        List.of(
                                says(ann, merged, entry, true),
                                says(ann, entry, entry, false),
                                says(bob, entry, entry, false)),
                        Mode.AUTOMATIC);
        assertThat(messages).extracting(Message::contactId).containsExactly(bob);
    }

    @Test
    void whoeverWasToldOfOneFamilyStillHearsOfAnother() {
        var messages =
                Audience.of(
                        List.of(says(ann, entry, entry, true), says(ann, other, other, false)),
                        Mode.MANUAL);
        assertThat(messages).containsExactly(new Message(ann, DeliveryStatus.HELD, List.of(other)));
    }

    @Test
    void whatThePersonWantsComesBeforeTheSourceAndTheSourceBeforeTheAddress() {
        assertThat(Audience.first(Mode.AUTOMATIC, true, true, true))
                .isEqualTo(DeliveryStatus.SUPPRESSED);
        assertThat(Audience.first(Mode.AUTOMATIC, false, true, false))
                .isEqualTo(DeliveryStatus.PENDING);
        assertThat(Audience.first(Mode.MANUAL, false, false, false))
                .isEqualTo(DeliveryStatus.UNREACHABLE);
        assertThat(Audience.first(Mode.MANUAL, false, false, true)).isEqualTo(DeliveryStatus.HELD);
    }

    @Test
    void aSourceOfAnyOfTheEntriesReachesThePerson() {
        var messages =
                Audience.of(
                        List.of(
                                voice(ann, entry, false, null),
                                voice(ann, other, true, null),
                                voice(bob, entry, false, "")),
                        Mode.AUTOMATIC);
        assertThat(messages)
                .extracting(Message::status)
                .containsExactly(DeliveryStatus.PENDING, DeliveryStatus.UNREACHABLE);
    }

    private static Voice says(UUID who, UUID entry, UUID root, boolean told) {
        return new Voice(who, entry, root, told, false, false, "someone@example.org");
    }

    private static Voice voice(UUID who, UUID entry, boolean source, @Nullable String email) {
        return new Voice(who, entry, entry, false, source, false, email);
    }
}
