package dev.steward.feedback.intake;

import dev.steward.feedback.contact.Sender;
import dev.steward.feedback.contact.Senders;
import dev.steward.feedback.entry.Feedback;
import dev.steward.feedback.entry.FeedbackEntries;
import dev.steward.feedback.source.Visitor;
import dev.steward.feedback.vote.Ballot;
import dev.steward.feedback.vote.BallotBox;
import dev.steward.platform.access.MissingRight;
import dev.steward.platform.access.Right;
import dev.steward.platform.web.FieldError;
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

/// Taking in feedback: a fixed number of statements, however many entries and voters a delivery
/// has.
@ApplicationScoped
class Intake {

    private final Senders senders;
    private final Recognition recognition;
    private final Filing filing;
    private final FeedbackEntries entries;
    private final Clock clock;

    Intake(
            Senders senders,
            Recognition recognition,
            Filing filing,
            FeedbackEntries entries,
            Clock clock) {
        this.senders = senders;
        this.recognition = recognition;
        this.filing = filing;
        this.entries = entries;
        this.clock = clock;
    }

    /// As [#receive] of one.
    ///
    /// @throws MissingRight where a right would mend what is refused
    @Transactional
    Receipt receiveOne(Visitor visitor, Checked entry) {
        var receipt = receive(visitor, List.of(entry), true).getFirst();
        if (receipt.votesOfOthers() != null) {
            throw new MissingRight(Right.TRIAGE_FEEDBACK);
        }
        var errors = receipt.errors() == null ? List.<FieldError>of() : receipt.errors();
        if (errors.stream().anyMatch(error -> error.code().equals(Ownership.MISSING_RIGHT))) {
            throw new MissingRight(Right.CUSTOMERS);
        }
        return receipt;
    }

    /// @param atomic whether one entry that is refused keeps all others out
    /// @return one receipt per entry, in their order
    @Transactional
    List<Receipt> receive(Visitor visitor, List<Checked> delivery, boolean atomic) {
        if (atomic && right(delivery).size() < delivery.size()) {
            return notWritten(delivery);
        }
        var sender = senders.of(visitor);
        var known = recognition.entries(sender, right(delivery));
        var forbidden = recognition.notToBeNamed(sender, right(delivery));
        var checked =
                delivery.stream()
                        .map(entry -> ownChecked(entry, known, sender))
                        .map(entry ->
                                entry instanceof Checked.Right(var right)
                                        ? Ownership.checkCompanies(right, sender, forbidden)
                                        : entry)
                        .toList();
        return atomic && right(checked).size() < checked.size()
                ? notWritten(checked)
                : take(sender, checked, known);
    }

    private List<Receipt> take(Sender sender, List<Checked> delivery, Map<String, Feedback> known) {
        var people = recognition.people(sender, current(right(delivery), known));
        var reception =
                new Reception(
                        sender, people, known, clock.instant().truncatedTo(ChronoUnit.MICROS));
        var receipts = new ArrayList<Receipt>(delivery.size());
        for (var checked : delivery) {
            receipts.add(
                    switch (checked) {
                        case Checked.Right right -> reception.take(right.entry());
                        case Checked.Wrong wrong -> Receipt.refused(wrong);
                    });
        }
        var voted = withVotes(receipts, delivery, filing.file(sender, reception, people));
        var closed = entries.whereabouts(reception.closed());
        return closed.isEmpty()
                ? voted
                : voted.stream().map(receipt -> receipt.closed(closed)).toList();
    }

    private static List<Receipt> withVotes(
            List<Receipt> receipts, List<Checked> delivery, BallotBox.Count count) {
        return IntStream.range(0, receipts.size())
                .mapToObj(i ->
                        delivery.get(i) instanceof Checked.Right(var entry)
                                        && !entry.ballots().isEmpty()
                                ? withVotes(receipts.get(i), entry, count)
                                : receipts.get(i))
                .toList();
    }

    private static Receipt withVotes(Receipt receipt, NewEntry entry, BallotBox.Count count) {
        var refused =
                count.refused().stream()
                        .filter(ballot -> ballot.feedbackId().equals(receipt.id()))
                        .map(Ballot::vote)
                        .collect(Collectors.toSet());
        var positions =
                IntStream.range(0, entry.ballots().size())
                        .filter(i -> refused.contains(entry.ballots().get(i)))
                        .boxed()
                        .toList();
        var counted = receipt.withVotes(count.changed());
        return positions.isEmpty() ? counted : counted.votesOfOthers(positions);
    }

    private static List<NewEntry> right(List<Checked> delivery) {
        return delivery.stream()
                .flatMap(checked ->
                        checked instanceof Checked.Right(var entry)
                                ? Stream.of(entry)
                                : Stream.empty())
                .toList();
    }

    /// Without the stale ones: what they say of people is stale too.
    private static List<NewEntry> current(List<NewEntry> delivery, Map<String, Feedback> known) {
        return delivery.stream().filter(entry -> !isStale(entry, known)).toList();
    }

    private static boolean isStale(NewEntry entry, Map<String, Feedback> known) {
        var before = entry.externalId() == null ? null : known.get(entry.externalId());
        return before != null && before.isNewerThan(entry.sourceUpdatedAt());
    }

    private static Checked ownChecked(Checked checked, Map<String, Feedback> known, Sender sender) {
        var id = checked.externalId();
        var before = id == null ? null : known.get(id);
        return checked instanceof Checked.Right(var entry)
                        && before != null
                        && !Ownership.isOf(sender, before)
                ? Ownership.refuse(entry)
                : checked;
    }

    private static List<Receipt> notWritten(List<Checked> delivery) {
        return delivery.stream().map(Receipt::ofAtomicRefusal).toList();
    }
}
