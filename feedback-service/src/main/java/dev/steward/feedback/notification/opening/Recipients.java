package dev.steward.feedback.notification.opening;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.steward.feedback.notification.DeliveryStatus;
import dev.steward.feedback.notification.NotificationMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Decides who is told of what, and the first status of their message.
public final class Recipients {

    /// A person who submitted or voted for an entry that is released.
    ///
    /// @param rootId the entry that it is merged into, or itself
    /// @param told whether the person was told of this entry before
    /// @param sourceTells whether the entry's source tells the person itself
    record Voice(
            UUID contactId,
            UUID feedbackId,
            UUID rootId,
            boolean told,
            boolean sourceTells,
            boolean optOut,
            @Nullable String email) {}

    /// A message to be created.
    ///
    /// @param entries the entries that it tells of
    record PlannedDelivery(UUID contactId, DeliveryStatus status, List<UUID> entries) {}

    private Recipients() {}

    /// One message per person. Whoever was told of one of their entries in a family of merged
    /// entries is not told of that family again: not after a rollback, in another release, or after
    /// another merge.
    ///
    /// @param voices everything that these people asked for in what is released
    static List<PlannedDelivery> of(List<Voice> voices, NotificationMode mode) {
        return voices.stream()
                .collect(
                        groupingBy(
                                Voice::contactId,
                                LinkedHashMap::new,
                                java.util.stream.Collectors.toList()))
                .values()
                .stream()
                .map(Recipients::notYetTold)
                .filter(news -> !news.isEmpty())
                .map(news -> planned(news, mode))
                .toList();
    }

    /// An opt-out comes first. A person whom a source tells needs no address.
    public static DeliveryStatus initialStatus(
            NotificationMode mode, boolean optOut, boolean sourceTells, boolean hasEmail) {
        if (optOut) {
            return DeliveryStatus.SUPPRESSED;
        }
        if (!hasEmail && !sourceTells) {
            return DeliveryStatus.UNREACHABLE;
        }
        return switch (mode) {
            case MANUAL -> DeliveryStatus.HELD;
            case AUTOMATIC -> DeliveryStatus.PENDING;
        };
    }

    private static List<Voice> notYetTold(List<Voice> ofOne) {
        var toldOf = ofOne.stream().filter(Voice::told).map(Voice::rootId).collect(toSet());
        return ofOne.stream().filter(voice -> !toldOf.contains(voice.rootId())).toList();
    }

    private static PlannedDelivery planned(List<Voice> news, NotificationMode mode) {
        var person = news.getFirst();
        var email = person.email();
        var status =
                initialStatus(
                        mode,
                        person.optOut(),
                        news.stream().anyMatch(Voice::sourceTells),
                        email != null && !email.isEmpty());
        return new PlannedDelivery(
                person.contactId(), status, news.stream().map(Voice::feedbackId).toList());
    }
}
