package dev.steward.feedback.intake;

import dev.steward.feedback.contact.ContactBook;
import dev.steward.feedback.contact.Sender;
import dev.steward.feedback.demand.Reckoning;
import dev.steward.feedback.entry.FeedbackEntries;
import dev.steward.feedback.vote.BallotBox;
import dev.steward.platform.messaging.EventRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;

/// Keeps what a reception made of a delivery: entries, votes, and the demand that follows from
/// them.
@ApplicationScoped
class Filing {

    private final FeedbackEntries entries;
    private final BallotBox box;
    private final Reckoning reckoning;
    private final EventRecord events;

    Filing(FeedbackEntries entries, BallotBox box, Reckoning reckoning, EventRecord events) {
        this.entries = entries;
        this.box = box;
        this.reckoning = reckoning;
        this.events = events;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    BallotBox.Count file(Sender sender, Reception reception, ContactBook.Identified people) {
        if (!reception.changed().isEmpty()) {
            entries.save(reception.changed().values());
            events.append(sender.by(), reception.events());
        }
        var count = box.count(sender.productId(), reception.ballots(), sender.by());
        var touched = new HashSet<>(reception.changed().keySet());
        touched.addAll(count.changed());
        reckoning.afterFeedback(touched, people.moved(), sender.by());
        return count;
    }
}
