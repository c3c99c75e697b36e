package dev.steward.feedback.intake;

import dev.steward.feedback.contact.ContactDirectory;
import dev.steward.feedback.contact.ContactInput;
import dev.steward.feedback.contact.Sender;
import dev.steward.feedback.entry.Feedback;
import dev.steward.feedback.entry.FeedbackEvent;
import dev.steward.feedback.entry.FeedbackResult;
import dev.steward.feedback.vote.VoteInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Applies the entries of a batch one after the other to the stored entries, so that an entry that
/// occurs twice is created once and then updated. Uses no database.
final class IntakeBatch {

    private final Sender sender;
    private final ContactDirectory.MatchedContacts people;
    private final Instant now;
    private final Map<String, Feedback> known;
    private final List<Feedback> created = new ArrayList<>();
    private final List<FeedbackEvent> events = new ArrayList<>();
    private final List<VoteInput> voteInputs = new ArrayList<>();
    private final Set<UUID> closed = new HashSet<>();

    /// @param known the stored entries that the batch names, by external id
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

    /// Everybody whom an entry names; the sender where a member names nobody.
    static Stream<ContactInput> contactInputs(NewFeedback entry, Sender sender) {
        var voters = entry.votesOrEmpty().stream().map(vote -> sender.contactInput(vote.voter()));
        return Stream.concat(Stream.of(sender.contactInput(entry.contact())), voters)
                .flatMap(Optional::stream);
    }

    /// @return the result for the entry itself; its votes may still turn UNCHANGED into UPDATED
    Receipt apply(NewFeedback entry) {
        var before = entry.externalId() == null ? null : known.get(entry.externalId());
        if (before == null) {
            var created = create(entry);
            collectVotes(entry, created);
            return Receipt.of(created, FeedbackResult.CREATED);
        }
        if (before.isNewerThan(entry.sourceUpdatedAt())) {
            return Receipt.of(before, FeedbackResult.STALE);
        }
        var contactId = entry.contact() == null ? null : contactOf(entry);
        var edited = before.update(entry.content(contactId));
        edited.ifPresent(events::add);
        collectVotes(entry, before);
        return Receipt.of(
                before, edited.isPresent() ? FeedbackResult.UPDATED : FeedbackResult.UNCHANGED);
    }

    /// The entries that are new.
    List<Feedback> created() {
        return created;
    }

    List<FeedbackEvent> events() {
        return events;
    }

    /// Closed entries for which the batch has votes.
    Set<UUID> closed() {
        return closed;
    }

    List<VoteInput> voteInputs() {
        return voteInputs;
    }

    private Feedback create(NewFeedback entry) {
        var origin =
                new Feedback.Origin(
                        sender.productId(),
                        sender.source().id(),
                        entry.externalId(),
                        sender.recordedBy());
        var feedback = new Feedback(origin, entry.content(contactOf(entry)), now);
        created.add(feedback);
        events.add(feedback.received());
        if (entry.externalId() != null) {
            known.put(entry.externalId(), feedback);
        }
        return feedback;
    }

    /// A closed entry takes no votes, but votes for it can still be withdrawn.
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

    private @Nullable UUID contactOf(NewFeedback entry) {
        return sender.contactInput(entry.contact()).map(people::of).orElse(null);
    }
}
