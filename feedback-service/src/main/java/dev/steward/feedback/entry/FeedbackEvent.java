package dev.steward.feedback.entry;

import dev.steward.feedback.identity.PersonalData;
import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Events of an entry. A title that somebody gave it is published; its text (also where it serves
/// as the title), attributes and url never leave this service.
public sealed interface FeedbackEvent extends DomainEvent {

    Feedback feedback();

    record Received(Feedback feedback) implements FeedbackEvent {

        @Override
        public Changes changes() {
            return Changes.none();
        }
    }

    record Edited(Feedback feedback, Feedback before) implements FeedbackEvent {

        @Override
        public Changes changes() {
            return Changes.of("title", title(before), title(feedback))
                    .and("kind", before.kind(), feedback.kind())
                    .and("contactId", before.contactId(), feedback.contactId())
                    .and("submittedAt", before.submittedAt(), feedback.submittedAt());
        }
    }

    record Merged(Feedback feedback, Feedback before) implements FeedbackEvent {

        @Override
        public Changes changes() {
            return Changes.of("mergedInto", before.mergedInto(), feedback.mergedInto());
        }
    }

    record Unmerged(Feedback feedback, Feedback before) implements FeedbackEvent {

        @Override
        public Changes changes() {
            return Changes.of("mergedInto", before.mergedInto(), feedback.mergedInto());
        }
    }

    @Override
    default UUID productId() {
        return feedback().productId();
    }

    @Override
    default Aggregate aggregate() {
        return new Aggregate("feedback", feedback().id(), feedback().version());
    }

    @Override
    default Object state() {
        var entry = feedback();
        return new State(
                entry.id(),
                entry.productId(),
                entry.sourceId(),
                PersonalData.externalIdForEvents(entry.externalId()),
                title(entry),
                entry.kind(),
                entry.contactId(),
                entry.submittedAt(),
                entry.mergedInto());
    }

    private static @Nullable String title(Feedback entry) {
        return entry.isUntitled() ? null : PersonalData.textForEvents(entry.title());
    }

    /// @param externalId null also where it is an e-mail address
    /// @param title null where the entry came without one
    record State(
            UUID id,
            UUID productId,
            UUID sourceId,
            @Nullable String externalId,
            @Nullable String title,
            FeedbackKind kind,
            @Nullable UUID contactId,
            Instant submittedAt,
            @Nullable UUID mergedInto) {}
}
