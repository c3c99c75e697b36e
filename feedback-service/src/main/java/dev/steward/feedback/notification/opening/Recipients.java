package dev.steward.feedback.notification.opening;

import static java.util.stream.Collectors.toSet;

import dev.steward.feedback.notification.DeliveryStatus;
import dev.steward.feedback.notification.NotificationMode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Gatherer;
import java.util.stream.Stream;

/// Decides who is told of what, and the first status of their message.
public final class Recipients {

    /// A message to be created.
    ///
    /// @param entries the entries that it tells of, oldest first
    public record PlannedDelivery(UUID contactId, DeliveryStatus status, List<UUID> entries) {}

    private Recipients() {}

    /// One message per person. Whoever was told of one of their entries in a family of merged
    /// entries is not told of that family again: not after a rollback, in another release, or after
    /// another merge.
    ///
    /// @param voices everything that people asked for in what is released, person by person
    static Stream<PlannedDelivery> of(Stream<Voice> voices, NotificationMode mode) {
        return voices.gather(personByPerson())
                .map(Recipients::notYetTold)
                .filter(news -> !news.isEmpty())
                .map(news -> planned(news, mode));
    }

    private static Gatherer<Voice, ?, List<Voice>> personByPerson() {
        return Gatherer.<Voice, List<Voice>, List<Voice>>ofSequential(
                ArrayList::new,
                (ofOne, voice, next) -> {
                    var isSame =
                            ofOne.isEmpty()
                                    || ofOne.getFirst().contactId().equals(voice.contactId());
                    var goesOn = isSame || pushAll(ofOne, next);
                    ofOne.add(voice);
                    return goesOn;
                },
                Recipients::pushAll);
    }

    private static boolean pushAll(
            List<Voice> ofOne, Gatherer.Downstream<? super List<Voice>> next) {
        var person = List.copyOf(ofOne);
        ofOne.clear();
        return person.isEmpty() || next.push(person);
    }

    private static List<Voice> notYetTold(List<Voice> ofOne) {
        var toldOf = ofOne.stream().filter(Voice::isTold).map(Voice::rootId).collect(toSet());
        return ofOne.stream().filter(voice -> !toldOf.contains(voice.rootId())).toList();
    }

    private static PlannedDelivery planned(List<Voice> news, NotificationMode mode) {
        return new PlannedDelivery(
                news.getFirst().contactId(),
                status(news, mode),
                news.stream().map(Voice::feedbackId).toList());
    }

    /// An opt-out comes first. A person whom a source tells needs no address.
    private static DeliveryStatus status(List<Voice> news, NotificationMode mode) {
        var person = news.getFirst();
        if (person.optOut()) {
            return DeliveryStatus.SUPPRESSED;
        }
        if (!person.hasEmail() && news.stream().noneMatch(Voice::sourceTells)) {
            return DeliveryStatus.UNREACHABLE;
        }
        return switch (mode) {
            case MANUAL -> DeliveryStatus.HELD;
            case AUTOMATIC -> DeliveryStatus.PENDING;
        };
    }
}
