package dev.steward.feedback.notification;

import jakarta.persistence.EnumeratedValue;
import java.util.Optional;

/// The steps of creating messages, one after the other, each in as many bounded transactions as it
/// takes; and the step of sending held messages.
public enum NotificationStep {
    /// The entries become SHIPPED; they take no votes any more.
    MARKING_SHIPPED("SHIPPING"),
    /// The people who submitted or voted are stored, one row per person and entry.
    GATHERING_VOICES("GATHERING"),
    /// A delivery is created for each person.
    CREATING_DELIVERIES("TELLING"),
    /// Entries become CLOSED when nobody is left to be told.
    CLOSING_ENTRIES("SETTLING"),
    /// Held messages of an open notification become PENDING.
    SENDING_HELD("LETTING_GO");

    /// What is stored stays as it is: during a rollout an older version reads it.
    @SuppressWarnings("UnusedVariable")
    @EnumeratedValue
    private final String stored;

    NotificationStep(String stored) {
        this.stored = stored;
    }

    /// @return empty after the last step
    Optional<NotificationStep> next() {
        return switch (this) {
            case MARKING_SHIPPED -> Optional.of(GATHERING_VOICES);
            case GATHERING_VOICES -> Optional.of(CREATING_DELIVERIES);
            case CREATING_DELIVERIES -> Optional.of(CLOSING_ENTRIES);
            case CLOSING_ENTRIES, SENDING_HELD -> Optional.empty();
        };
    }
}
