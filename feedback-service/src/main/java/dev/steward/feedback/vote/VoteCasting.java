package dev.steward.feedback.vote;

import dev.steward.feedback.contact.ContactDirectory;
import dev.steward.feedback.contact.SenderFactory;
import dev.steward.feedback.demand.DemandRecalculation;
import dev.steward.feedback.entry.FeedbackEntries;
import dev.steward.feedback.source.caller.ApiCaller;
import dev.steward.platform.access.MissingRight;
import dev.steward.platform.access.Right;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Casts, updates or withdraws a vote for one entry.
@ApplicationScoped
class VoteCasting {

    @Schema(name = "VoteResult")
    enum Result {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    record Recorded(Vote vote, Result result) {}

    private final SenderFactory senderFactory;
    private final ContactDirectory contacts;
    private final FeedbackEntries entries;
    private final VoteRecording voteRecording;
    private final DemandRecalculation demandRecalculation;
    private final Clock clock;

    VoteCasting(
            SenderFactory senderFactory,
            ContactDirectory contacts,
            FeedbackEntries entries,
            VoteRecording voteRecording,
            DemandRecalculation demandRecalculation,
            Clock clock) {
        this.senderFactory = senderFactory;
        this.contacts = contacts;
        this.entries = entries;
        this.voteRecording = voteRecording;
        this.demandRecalculation = demandRecalculation;
        this.clock = clock;
    }

    /// @throws dev.steward.feedback.entry.FeedbackIsClosed unless it withdraws a vote
    /// @throws MissingRight when it changes a vote that the caller may not change, or names a
    ///   customer that the caller may not name
    /// @throws VoteNotFound when it withdraws a vote that was never cast
    @Transactional
    Recorded cast(UUID feedbackId, NewVote vote, ApiCaller caller) {
        var sender = senderFactory.create(caller);
        var voter = sender.contactInput(vote.voter()).orElseThrow(VoterRequired::new);
        if (!contacts.forbiddenCustomers(sender, List.of(voter)).isEmpty()) {
            throw new MissingRight(Right.CUSTOMERS);
        }
        contacts.lockIfUnknown(sender.productId(), List.of(voter));
        var entry = entries.lock(feedbackId);
        if (entry.status().isClosed() && !vote.isWithdrawn()) {
            throw entries.closed(feedbackId, caller);
        }
        var matched = contacts.findOrCreate(sender, List.of(voter));
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var contact = matched.of(voter);
        var input = VoteInput.of(entry.id(), contact, vote, sender, now);
        var votes = voteRecording.record(entry.productId(), List.of(input), sender.by());
        if (!votes.refused().isEmpty()) {
            throw new MissingRight(Right.TRIAGE_FEEDBACK);
        }
        var changed = votes.changed();
        demandRecalculation.afterFeedback(changed, matched.changedCustomer(), sender.by());
        return recorded(voteRecording.find(entry.id(), contact), !changed.isEmpty());
    }

    private static Recorded recorded(Vote vote, boolean changed) {
        var firstTime = vote.version() == 1 ? Result.CREATED : Result.UPDATED;
        return new Recorded(vote, changed ? firstTime : Result.UNCHANGED);
    }
}
