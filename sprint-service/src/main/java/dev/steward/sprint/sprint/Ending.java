package dev.steward.sprint.sprint;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.messaging.DomainEvent;
import dev.steward.sprint.ledger.EntryKind;
import dev.steward.sprint.ledger.LedgerEntry;
import dev.steward.sprint.ledger.LedgerFact;
import dev.steward.sprint.ledger.Witness;
import dev.steward.sprint.split.Split;
import dev.steward.sprint.work.Work;
import dev.steward.sprint.work.WorkStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The end of a sprint, item by item: what is done is concluded and counts, the rest goes on or
/// back. Nothing leaves the sprint's figures by it.
final class Ending {

    private final Sprint sprint;
    private final @Nullable Sprint next;
    private final Map<UUID, Work> works;
    private final Witness by;

    private final List<LedgerEntry> entries = new ArrayList<>();
    private final List<DomainEvent> told = new ArrayList<>();
    private final List<SprintItem> entering = new ArrayList<>();

    /// @param next where carried items go; null where none are
    Ending(Sprint sprint, @Nullable Sprint next, Map<UUID, Work> works, Witness by) {
        this.sprint = sprint;
        this.next = next;
        this.works = works;
        this.by = by;
    }

    static Tally completed(List<SprintItem> members) {
        var done = members.stream().filter(SprintItem::isDone).toList();
        return new Tally(
                done.stream()
                        .map(SprintItem::completedPoints)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                done.size());
    }

    Ending conclude(List<SprintItem> done) {
        for (var member : done) {
            var work = workOn(member);
            member.conclude(work, by.now());
            told.add(work.leave(null));
        }
        return this;
    }

    Ending giveBack(List<SprintItem> open, @Nullable String reason) {
        for (var member : open) {
            var work = workOn(member);
            note(sprint, member.giveBack(work, by.now()));
            told.add(work.giveBack(reason));
        }
        return this;
    }

    /// @throws NoNextSprint
    Ending carryOn(List<SprintItem> open) {
        for (var member : open) {
            var target = Optional.ofNullable(next).orElseThrow(NoNextSprint::new);
            var work = workOn(member);
            var stay = member.carriedTo(target.id(), by.now());
            note(sprint, member.carryOn(target.id(), work, by.now()));
            note(target, stay.added(sprint.id()));
            entering.add(stay);
            told.add(work.carryTo(target.id()));
        }
        return this;
    }

    /// What was done of it stays, as done; the rest is an item of its own from now on. Work that
    /// nobody has said to have begun did begin: a part of it is done.
    ///
    /// @throws RestDoesNotFit
    Ending split(List<Decided.InTwo> all) {
        all.forEach(this::split);
        return this;
    }

    private void split(Decided.InTwo one) {
        var stay = one.stay();
        var work = workOn(stay);
        var rest = UuidCreator.getTimeOrderedEpoch();
        var begun = stay.started();
        var done = stay.split(one.rest(), one.at(), rest);
        if (work.status() == WorkStatus.SELECTED) {
            told.add(work.take(WorkStatus.IN_PROGRESS, one.item(), null));
            note(sprint, begun);
        }
        told.add(work.take(WorkStatus.DONE, one.item(), null));
        done.forEach(fact -> note(sprint, fact));
        stay.conclude(work, by.now());
        told.add(work.leave(null));
        var split =
                new Split(
                        rest,
                        sprint.productId(),
                        stay.itemId(),
                        sprint.id(),
                        one.rest().title(),
                        one.rest().estimate());
        told.add(split.requested());
    }

    Ending seal(EntryKind kind, @Nullable String reason) {
        note(sprint, LedgerFact.of(kind, null, reason));
        return this;
    }

    private void note(Sprint where, LedgerFact fact) {
        entries.add(where.record(fact, by));
    }

    private Work workOn(SprintItem member) {
        return Objects.requireNonNull(works.get(member.itemId()));
    }

    List<LedgerEntry> entries() {
        return entries;
    }

    List<DomainEvent> told() {
        return told;
    }

    /// Stays in the next sprint.
    List<SprintItem> entering() {
        return entering;
    }
}
