package dev.steward.feedback.intake;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.feedback.contact.ContactBook;
import dev.steward.feedback.contact.Mention;
import dev.steward.feedback.contact.Sender;
import dev.steward.feedback.entry.Feedback;
import dev.steward.feedback.entry.FeedbackEvent;
import dev.steward.feedback.entry.FeedbackStatus;
import dev.steward.feedback.entry.Outcome;
import dev.steward.feedback.entry.Said;
import dev.steward.feedback.vote.Ballot;
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
final class Reception {

    private final Sender sender;
    private final ContactBook.Identified people;
    private final Instant now;
    private final Map<String, Feedback> known;
    private final Map<UUID, Feedback> changed = new LinkedHashMap<>();
    private final List<FeedbackEvent> events = new ArrayList<>();
    private final List<Ballot> ballots = new ArrayList<>();
    private final Set<UUID> closed = new HashSet<>();

    /// @param known by external id; all that the delivery names and that are there
    Reception(
            Sender sender,
            ContactBook.Identified people,
            Map<String, Feedback> known,
            Instant now) {
        this.sender = sender;
        this.people = people;
        this.known = new HashMap<>(known);
        this.now = now;
    }

    /// Everybody whom an entry mentions; the sender themselves where they say nobody.
    static Stream<Mention> mentions(NewEntry entry, Sender sender) {
        var voters = entry.ballots().stream().map(vote -> sender.mention(vote.voter()));
        return Stream.concat(Stream.of(sender.mention(entry.contact())), voters)
                .flatMap(Optional::stream);
    }

    /// @return its outcome as far as the entry itself is concerned: a vote may still make it
    ///   UPDATED
    Receipt take(NewEntry entry) {
        var before = entry.externalId() == null ? null : known.get(entry.externalId());
        if (before == null) {
            var received = make(entry);
            keep(received.received());
            handIn(entry, received);
            return Receipt.of(received, Outcome.CREATED);
        }
        if (before.isNewerThan(entry.sourceUpdatedAt())) {
            return Receipt.of(before, Outcome.STALE);
        }
        var speaker = entry.contact() == null ? null : speaker(entry);
        var edited = before.hear(entry.said(speaker));
        edited.ifPresent(this::keep);
        var after = edited.map(FeedbackEvent.Edited::feedback).orElse(before);
        handIn(entry, after);
        return Receipt.of(after, edited.isPresent() ? Outcome.UPDATED : Outcome.UNCHANGED);
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

    List<Ballot> ballots() {
        return ballots;
    }

    private Feedback make(NewEntry entry) {
        var id = UuidCreator.getTimeOrderedEpoch();
        var speaker = speaker(entry);
        Said said = entry.said(speaker);
        return new Feedback(
                id,
                sender.productId(),
                1,
                sender.source().id(),
                entry.externalId(),
                said.title(),
                said.text(),
                said.kind(),
                said.url(),
                said.attributes(),
                said.submittedAt() == null ? now : said.submittedAt(),
                said.sourceUpdatedAt(),
                speaker,
                false,
                sender.recordedBy(),
                null,
                id,
                null,
                null,
                FeedbackStatus.NEW);
    }

    private void keep(FeedbackEvent event) {
        var feedback = event.feedback();
        changed.put(feedback.id(), feedback);
        events.add(event);
        if (feedback.externalId() != null) {
            known.put(feedback.externalId(), feedback);
        }
    }

    /// A closed entry takes no votes, but whoever voted may still take theirs back.
    private void handIn(NewEntry entry, Feedback feedback) {
        for (var vote : entry.ballots()) {
            if (feedback.status().isClosed() && !vote.isWithdrawn()) {
                closed.add(feedback.id());
                continue;
            }
            sender.mention(vote.voter())
                    .map(people::of)
                    .map(voter -> Ballot.within(feedback.id(), voter, vote, sender))
                    .ifPresent(ballots::add);
        }
    }

    private @Nullable UUID speaker(NewEntry entry) {
        return sender.mention(entry.contact()).map(people::of).orElse(null);
    }
}
