package dev.steward.feedback.loop;

import java.util.Optional;

/// What is done one after the other to open a loop, each in as many bounded transactions as it
/// takes; and what is done once to an open one.
enum LoopStep {
    /// The entries become SHIPPED: from then on they take no votes.
    SHIPPING,
    /// Who spoke in them is written down, person by person.
    GATHERING,
    /// Each person gets their delivery.
    TELLING,
    /// Entries that nobody is to be told of any more become CLOSED.
    SETTLING,
    /// Of an open loop: held messages are let go.
    LETTING_GO;

    /// @return empty when the loop is open
    Optional<LoopStep> next() {
        return switch (this) {
            case SHIPPING -> Optional.of(GATHERING);
            case GATHERING -> Optional.of(TELLING);
            case TELLING -> Optional.of(SETTLING);
            case SETTLING, LETTING_GO -> Optional.empty();
        };
    }
}
