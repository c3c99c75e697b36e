package dev.steward.feedback.intake;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.contact.ContactDirectory;
import dev.steward.feedback.contact.ContactInput;
import dev.steward.feedback.contact.Sender;
import dev.steward.feedback.entry.Feedback;
import dev.steward.feedback.entry.FeedbackContent;
import dev.steward.feedback.entry.FeedbackEvent;
import dev.steward.feedback.entry.FeedbackResult;
import dev.steward.feedback.entry.FeedbackStatus;
import dev.steward.feedback.vote.VoteInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Works out, one entry after the other, what a delivery makes of what is known; so an entry that
/// it holds twice is made once and then updated. Touches no database.
final class IntakeBatch {

    private final Sender sender;
    private final ContactDirectory.MatchedContacts people;
    private final Instant now;
    private final Map<String, Feedback> known;
    private final Map<UUID, Feedback> changed = new LinkedHashMap<>();
    private final List<FeedbackEvent> events = new ArrayList<>();
    private final List<VoteInput> voteInputs = new ArrayList<>();
    private final Set<UUID> closed = new HashSet<>();

    /// @param known by external id; all that the delivery names and that are there
    IntakeBatch(
            Sender sender,
            ContactDirectory.MatchedContacts people,
            Map<String, Feedback> known,
            Instant now) {
        this.sender = sender;
        this.people = people;
        this.known = new HashMap<>(known);
        this.now = now;
    }

    /// Everybody whom an entry mentions; the sender themselves where they say nobody.
    static Stream<ContactInput> contactInputs(NewFeedback entry, Sender sender) {
        var voters = entry.votesOrEmpty().stream().map(vote -> sender.contactInput(vote.voter()));
        return Stream.concat(Stream.of(sender.contactInput(entry.contact())), voters)
                .flatMap(Optional::stream);
    }

    /// @return its outcome as far as the entry itself is concerned: a vote may still make it
    ///   UPDATED
    Receipt apply(NewFeedback entry) {
        var before = entry.externalId() == null ? null : known.get(entry.externalId());
        if (before == null) {
            var received = create(entry);
            save(received.received());
            collectVotes(entry, received);
            return Receipt.of(received, FeedbackResult.CREATED);
        }
        if (before.isNewerThan(entry.sourceUpdatedAt())) {
            return Receipt.of(before, FeedbackResult.STALE);
        }
        var speaker = entry.contact() == null ? null : speaker(entry);
        var edited = before.update(entry.content(speaker));
        edited.ifPresent(this::save);
        var after = edited.map(FeedbackEvent.Edited::feedback).orElse(before);
        collectVotes(entry, after);
        return Receipt.of(
                after, edited.isPresent() ? FeedbackResult.UPDATED : FeedbackResult.UNCHANGED);
    }

    Map<UUID, Feedback> changed() {
        return changed;
    }

    List<FeedbackEvent> events() {
        return events;
    }

    /// The entries that were voted for although they are closed.
    Set<UUID> closed() {
        return closed;
    }

    List<VoteInput> voteInputs() {
        return voteInputs;
    }

    private Feedback create(NewFeedback entry) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var speaker = speaker(entry);
        FeedbackContent content = entry.content(speaker);
        return new Feedback(
                id,
                sender.productId(),
                1,
                sender.source().id(),
                entry.externalId(),
                content.title(),
                content.text(),
                content.kind(),
                content.url(),
                content.attributes(),
                content.submittedAt() == null ? now : content.submittedAt(),
                content.sourceUpdatedAt(),
                speaker,
                false,
                sender.recordedBy(),
                null,
                id,
                null,
                null,
                FeedbackStatus.NEW);
    }

    private void save(FeedbackEvent event) {
        var feedback = event.feedback();
        changed.put(feedback.id(), feedback);
        events.add(event);
        if (feedback.externalId() != null) {
            known.put(feedback.externalId(), feedback);
        }
    }

    /// A closed entry takes no votes, but whoever voted may still take theirs back.
    private void collectVotes(NewFeedback entry, Feedback feedback) {
        for (var vote : entry.votesOrEmpty()) {
            if (feedback.status().isClosed() && !vote.isWithdrawn()) {
                closed.add(feedback.id());
                continue;
            }
            sender.contactInput(vote.voter())
                    .map(people::of)
                    .map(voter -> VoteInput.within(feedback.id(), voter, vote, sender))
                    .ifPresent(voteInputs::add);
        }
    }

    private @Nullable UUID speaker(NewFeedback entry) {
        return sender.contactInput(entry.contact()).map(people::of).orElse(null);
    }
}
