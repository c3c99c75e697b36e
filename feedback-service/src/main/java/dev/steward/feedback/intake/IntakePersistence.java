package dev.steward.feedback.intake;

import dev.steward.feedback.contact.ContactDirectory;
import dev.steward.feedback.contact.Sender;
import dev.steward.feedback.demand.DemandRecalculation;
import dev.steward.feedback.entry.FeedbackEntries;
import dev.steward.feedback.vote.VoteRecording;
import dev.steward.platform.messaging.store.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;

/// Saves the result of a batch: entries, votes, and the demand that follows from them.
@ApplicationScoped
class IntakePersistence {

    private final FeedbackEntries entries;
    private final VoteRecording voteRecording;
    private final DemandRecalculation demandRecalculation;
    private final EventStore events;

    IntakePersistence(
            FeedbackEntries entries,
            VoteRecording voteRecording,
            DemandRecalculation demandRecalculation,
            EventStore events) {
        this.entries = entries;
        this.voteRecording = voteRecording;
        this.demandRecalculation = demandRecalculation;
        this.events = events;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    VoteRecording.RecordedVotes save(
            Sender sender, IntakeBatch batch, ContactDirectory.MatchedContacts people) {
        entries.insert(batch.created());
        events.append(sender.by(), batch.events());
        var recorded = voteRecording.record(sender.productId(), batch.voteInputs(), sender.by());
        var touched = new HashSet<>(recorded.changed());
        batch.events().forEach(event -> touched.add(event.state().id()));
        demandRecalculation.afterFeedback(touched, people.changedCustomer(), sender.by());
        return recorded;
    }
}
