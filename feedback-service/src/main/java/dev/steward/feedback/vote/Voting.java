package dev.steward.feedback.vote;

import dev.steward.feedback.contact.ContactBook;
import dev.steward.feedback.contact.Senders;
import dev.steward.feedback.demand.Reckoning;
import dev.steward.feedback.entry.FeedbackEntries;
import dev.steward.feedback.source.Visitor;
import dev.steward.platform.access.MissingRight;
import dev.steward.platform.access.Right;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Voting for one entry.
@ApplicationScoped
class Voting {

    @Schema(name = "VoteResult")
    enum Result {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    record Counted(Vote vote, Result result) {}

    private final Senders senders;
    private final ContactBook contacts;
    private final FeedbackEntries entries;
    private final BallotBox box;
    private final Reckoning reckoning;
    private final Clock clock;

    Voting(
            Senders senders,
            ContactBook contacts,
            FeedbackEntries entries,
            BallotBox box,
            Reckoning reckoning,
            Clock clock) {
        this.senders = senders;
        this.contacts = contacts;
        this.entries = entries;
        this.box = box;
        this.reckoning = reckoning;
        this.clock = clock;
    }

    /// @throws dev.steward.feedback.entry.FeedbackIsClosed but for taking a vote back
    /// @throws MissingRight when it changes what another recorded of another, or names a company
    ///   that the visitor may not
    /// @throws VoteNotFound when the voter takes back what they never cast
    @Transactional
    Counted vote(UUID feedbackId, NewVote vote, Visitor visitor) {
        var sender = senders.of(visitor);
        var voter = sender.mention(vote.voter()).orElseThrow(NoVoter::new);
        if (!contacts.notToBeNamed(sender, List.of(voter)).isEmpty()) {
            throw new MissingRight(Right.CUSTOMERS);
        }
        contacts.registerIfUnknown(sender.productId(), List.of(voter));
        var entry = entries.lock(feedbackId);
        if (entry.status().isClosed() && !vote.isWithdrawn()) {
            throw entries.closed(feedbackId, visitor);
        }
        var identified = contacts.identify(sender, List.of(voter));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var contact = identified.of(voter);
        var ballot = Ballot.of(entry.id(), contact, vote, sender, now);
        var count = box.count(entry.productId(), List.of(ballot), sender.by());
        if (!count.refused().isEmpty()) {
            throw new MissingRight(Right.TRIAGE_FEEDBACK);
        }
        var changed = count.changed();
        reckoning.afterFeedback(changed, identified.moved(), sender.by());
        return counted(box.find(entry.id(), contact), !changed.isEmpty());
    }

    private static Counted counted(Vote vote, boolean changed) {
        var firstTime = vote.version() == 1 ? Result.CREATED : Result.UPDATED;
        return new Counted(vote, changed ? firstTime : Result.UNCHANGED);
    }
}
