package dev.steward.feedback.intake;

import dev.steward.feedback.contact.Sender;
import dev.steward.feedback.contact.SenderFactory;
import dev.steward.feedback.entry.Feedback;
import dev.steward.feedback.entry.FeedbackEntries;
import dev.steward.feedback.source.caller.ApiCaller;
import dev.steward.feedback.vote.VoteInput;
import dev.steward.feedback.vote.VoteRecording;
import dev.steward.platform.access.MissingRight;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.problem.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Takes in feedback, with a fixed number of statements whatever the number of entries and voters.
@ApplicationScoped
class FeedbackIntake {

    private final SenderFactory senderFactory;
    private final ExistingEntries existing;
    private final IntakePersistence persistence;
    private final FeedbackEntries entries;
    private final Clock clock;

    FeedbackIntake(
            SenderFactory senderFactory,
            ExistingEntries existing,
            IntakePersistence persistence,
            FeedbackEntries entries,
            Clock clock) {
        this.senderFactory = senderFactory;
        this.existing = existing;
        this.persistence = persistence;
        this.entries = entries;
        this.clock = clock;
    }

    /// As [#receive], for one entry.
    ///
    /// @throws MissingRight where another right would have allowed it
    @Transactional
    Receipt receiveOne(ApiCaller caller, CheckedEntry entry) {
        var receipt = receive(caller, List.of(entry), true).getFirst();
        if (receipt.votesOfOthers() != null) {
            throw new MissingRight(Right.TRIAGE_FEEDBACK);
        }
        var errors = receipt.errors() == null ? List.<FieldError>of() : receipt.errors();
        if (errors.stream().anyMatch(error -> error.code().equals(EntryOwnership.MISSING_RIGHT))) {
            throw new MissingRight(Right.CUSTOMERS);
        }
        return receipt;
    }

    /// @param atomic whether one refused entry keeps all others from being written
    /// @return one receipt per entry, in their order
    @Transactional
    List<Receipt> receive(ApiCaller caller, List<CheckedEntry> submitted, boolean atomic) {
        if (atomic && valid(submitted).size() < submitted.size()) {
            return notWritten(submitted);
        }
        var sender = senderFactory.create(caller);
        var known = existing.entries(sender, valid(submitted));
        var forbidden = existing.forbiddenCustomers(sender, valid(submitted));
        var checked =
                submitted.stream()
                        .map(entry -> checkOwnership(entry, known, sender))
                        .map(entry ->
                                entry instanceof CheckedEntry.Valid(var valid)
                                        ? EntryOwnership.checkCompanies(valid, sender, forbidden)
                                        : entry)
                        .toList();
        return atomic && valid(checked).size() < checked.size()
                ? notWritten(checked)
                : write(sender, checked, known);
    }

    private List<Receipt> write(
            Sender sender, List<CheckedEntry> submitted, Map<String, Feedback> known) {
        var people = existing.people(sender, current(valid(submitted), known));
        var batch =
                new IntakeBatch(
                        sender, people, known, clock.instant().truncatedTo(ChronoUnit.MICROS));
        var receipts = new ArrayList<Receipt>(submitted.size());
        for (var checked : submitted) {
            receipts.add(
                    switch (checked) {
                        case CheckedEntry.Valid valid -> batch.apply(valid.entry());
                        case CheckedEntry.Invalid invalid -> Receipt.refused(invalid);
                    });
        }
        var voted = withVotes(receipts, submitted, persistence.save(sender, batch, people));
        var closed = entries.closedInfo(batch.closed());
        return closed.isEmpty()
                ? voted
                : voted.stream().map(receipt -> receipt.closed(closed)).toList();
    }

    private static List<Receipt> withVotes(
            List<Receipt> receipts,
            List<CheckedEntry> submitted,
            VoteRecording.RecordedVotes recorded) {
        return IntStream.range(0, receipts.size())
                .mapToObj(i ->
                        submitted.get(i) instanceof CheckedEntry.Valid(var entry)
                                        && !entry.votesOrEmpty().isEmpty()
                                ? withVotes(receipts.get(i), entry, recorded)
                                : receipts.get(i))
                .toList();
    }

    private static Receipt withVotes(
            Receipt receipt, NewFeedback entry, VoteRecording.RecordedVotes recorded) {
        var refused =
                recorded.refused().stream()
                        .filter(input -> input.feedbackId().equals(receipt.id()))
                        .map(VoteInput::vote)
                        .collect(Collectors.toSet());
        var positions =
                IntStream.range(0, entry.votesOrEmpty().size())
                        .filter(i -> refused.contains(entry.votesOrEmpty().get(i)))
                        .boxed()
                        .toList();
        var counted = receipt.withVotes(recorded.changed());
        return positions.isEmpty() ? counted : counted.votesOfOthers(positions);
    }

    private static List<NewFeedback> valid(List<CheckedEntry> submitted) {
        return submitted.stream()
                .flatMap(checked ->
                        checked instanceof CheckedEntry.Valid(var entry)
                                ? Stream.of(entry)
                                : Stream.empty())
                .toList();
    }

    /// Without stale entries: what they say about people is stale too.
    private static List<NewFeedback> current(
            List<NewFeedback> submitted, Map<String, Feedback> known) {
        return submitted.stream().filter(entry -> !isStale(entry, known)).toList();
    }

    private static boolean isStale(NewFeedback entry, Map<String, Feedback> known) {
        var before = entry.externalId() == null ? null : known.get(entry.externalId());
        return before != null && before.isNewerThan(entry.sourceUpdatedAt());
    }

    private static CheckedEntry checkOwnership(
            CheckedEntry checked, Map<String, Feedback> known, Sender sender) {
        var id = checked.externalId();
        var before = id == null ? null : known.get(id);
        return checked instanceof CheckedEntry.Valid(var entry)
                        && before != null
                        && !EntryOwnership.mayUpdate(sender, before)
                ? EntryOwnership.refuse(entry)
                : checked;
    }

    private static List<Receipt> notWritten(List<CheckedEntry> submitted) {
        return submitted.stream().map(Receipt::ofAtomicRefusal).toList();
    }
}
