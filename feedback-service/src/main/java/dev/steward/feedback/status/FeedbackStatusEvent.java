package dev.steward.feedback.status;

import dev.steward.feedback.entry.FeedbackStatus;
import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Events of the status of an entry. It is calculated, so it has a version of its own: the version
/// of the entry counts changes of the content.
sealed interface FeedbackStatusEvent extends DomainEvent {

    record Changed(
            UUID feedbackId,
            UUID productId,
            long version,
            FeedbackStatus before,
            FeedbackStatus status,
            @Nullable UUID mergedInto)
            implements FeedbackStatusEvent {

        private record State(
                UUID feedbackId,
                UUID productId,
                FeedbackStatus status,
                @Nullable UUID mergedInto) {}

        boolean isChange() {
            return before != status;
        }

        @Override
        public Aggregate aggregate() {
            return new Aggregate("feedback-status", feedbackId, version);
        }

        @Override
        public String happened() {
            return "changed";
        }

        @Override
        public Changes changes() {
            return Changes.of("status", before, status);
        }

        @Override
        public Object state() {
            return new State(feedbackId, productId, status, mergedInto);
        }
    }
}
