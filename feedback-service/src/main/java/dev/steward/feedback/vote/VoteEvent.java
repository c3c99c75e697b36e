package dev.steward.feedback.vote;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Events of a vote. Its quote never leaves this service.
sealed interface VoteEvent extends DomainEvent {

    State vote();

    long version();

    record Cast(State vote, long version) implements VoteEvent {}

    record Changed(State vote, long version, Changes changes) implements VoteEvent {}

    record Withdrawn(State vote, long version) implements VoteEvent {

        @Override
        public @Nullable Object state() {
            return null;
        }
    }

    @Override
    default UUID productId() {
        return vote().productId();
    }

    @Override
    default Aggregate aggregate() {
        return new Aggregate("vote", vote().id(), version());
    }

    @Override
    default Changes changes() {
        return Changes.none();
    }

    @Override
    default @Nullable Object state() {
        return vote();
    }

    /// @param votedAt null when it is as old as its entry
    record State(
            UUID id,
            UUID productId,
            UUID feedbackId,
            UUID contactId,
            @Nullable Integer importance,
            @Nullable Instant votedAt) {}
}
