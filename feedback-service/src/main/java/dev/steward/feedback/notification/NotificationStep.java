package dev.steward.feedback.notification;

import java.util.Optional;

/// The steps of creating messages, one after the other, each in as many bounded transactions as it
/// takes; and the step of sending held messages.
public enum NotificationStep {
    /// The entries become SHIPPED; they take no votes any more.
    SHIPPING,
    /// The people who submitted or voted are stored, one row per person and entry.
    GATHERING,
    /// A delivery is created for each person.
    TELLING,
    /// Entries become CLOSED when nobody is left to be told.
    SETTLING,
    /// Held messages of an open notification become PENDING.
    LETTING_GO;

    /// @return empty after the last step
    Optional<NotificationStep> next() {
        return switch (this) {
            case SHIPPING -> Optional.of(GATHERING);
            case GATHERING -> Optional.of(TELLING);
            case TELLING -> Optional.of(SETTLING);
            case SETTLING, LETTING_GO -> Optional.empty();
        };
    }
}
