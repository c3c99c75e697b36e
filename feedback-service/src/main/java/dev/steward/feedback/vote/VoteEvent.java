package dev.steward.feedback.vote;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Events of a vote. Its quote never leaves this service.
sealed interface VoteEvent extends DomainEvent {

    Vote vote();

    record Cast(Vote vote) implements VoteEvent {}

    record Changed(Vote vote, Vote before) implements VoteEvent {

        @Override
        public Changes changes() {
            return Changes.of("importance", before.importance(), vote.importance())
                    .and("votedAt", before.votedAt(), vote.votedAt());
        }
    }

    record Withdrawn(Vote vote) implements VoteEvent {

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
        return new Aggregate("vote", vote().id(), vote().version());
    }

    @Override
    default Changes changes() {
        return Changes.none();
    }

    @Override
    default @Nullable Object state() {
        return new State(
                vote().id(),
                vote().productId(),
                vote().feedbackId(),
                vote().contactId(),
                vote().importance(),
                vote().votedAt());
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
