package dev.steward.backlog.order;

import dev.steward.backlog.item.ItemReference;
import dev.steward.backlog.order.ManualMoves.ManualMove;
import dev.steward.backlog.order.ProposalView.Counts;
import dev.steward.backlog.order.ProposalView.MoveView;
import dev.steward.backlog.order.ProposalView.NotAssessed;
import dev.steward.backlog.order.ProposalView.Undone;
import dev.steward.platform.access.Grant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A proposal as the caller may see it, in as many statements for ten thousand items as for ten.
@ApplicationScoped
class ProposalReading {

    /// How long people are told that what they moved would be moved back.
    private static final Duration MEMORY = Duration.ofDays(30);

    private final Proposals proposals;
    private final ManualMoves moves;
    private final RankedItems items;
    private final Clock clock;

    ProposalReading(Proposals proposals, ManualMoves moves, RankedItems items, Clock clock) {
        this.proposals = proposals;
        this.moves = moves;
        this.items = items;
        this.clock = clock;
    }

    /// @param most rows of each list
    ProposalView read(Grant grant, int most) {
        var proposed = proposals.propose(grant.productId());
        var proposal = proposed.proposal();
        var moved = proposal.moves();
        var open = proposal.open();
        var staying =
                IntStream.range(0, open.size()).filter(i -> proposal.stays(open.get(i))).toArray();
        var undoing = new Undoing(open, proposal.after());
        var undone =
                moves.since(grant.productId(), clock.instant().minus(MEMORY)).stream()
                        .filter(undoing::undoes)
                        .toList();
        var references =
                items.references(
                        Stream.of(
                                        moved.stream().limit(most).map(move -> move.item().id()),
                                        IntStream.of(staying)
                                                .limit(most)
                                                .mapToObj(i -> open.get(i).id()),
                                        undone.stream().limit(most).map(ManualMove::item))
                                .flatMap(ids -> ids)
                                .collect(Collectors.toSet()));
        return new ProposalView(
                proposed.orderVersion(),
                new Counts(open.size(), moved.size(), staying.length, undone.size()),
                moved.stream().limit(most).map(move -> view(move, references, grant)).toList(),
                IntStream.of(staying)
                        .limit(most)
                        .mapToObj(i -> view(open.get(i), i, references))
                        .toList(),
                undone.stream().limit(most).map(move -> view(move, references)).toList(),
                proposed.keeping());
    }

    private static MoveView view(
            Proposal.Moved move, Function<UUID, ItemReference> references, Grant grant) {
        return new MoveView(
                references.apply(move.item().id()),
                move.from() + 1,
                move.to() + 1,
                move.item().score().shownTo(grant));
    }

    private static NotAssessed view(
            RankedItem item, int index, Function<UUID, ItemReference> references) {
        return new NotAssessed(references.apply(item.id()), index + 1, item.coverage());
    }

    private static Undone view(ManualMove move, Function<UUID, ItemReference> references) {
        return new Undone(
                references.apply(move.item()),
                move.orderVersion(),
                move.at(),
                move.by(),
                move.onBehalfOf(),
                move.reason());
    }
}
