package dev.steward.backlog.order.proposal;

import dev.steward.backlog.order.RankedItemQuery;
import dev.steward.backlog.order.RankedItemQuery.ScoredItem;
import dev.steward.backlog.order.proposal.ManualMoveQuery.ManualMove;
import dev.steward.backlog.order.proposal.ProposalView.Counts;
import dev.steward.backlog.order.proposal.ProposalView.MoveView;
import dev.steward.backlog.order.proposal.ProposalView.NotAssessed;
import dev.steward.backlog.order.proposal.ProposalView.Undone;
import dev.steward.platform.access.Grant;
import dev.steward.platform.web.paging.Cursor;
import dev.steward.platform.web.paging.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Reads a proposal as the caller may see it, with the same number of statements for any number of
/// items.
@ApplicationScoped
class ProposalQuery {

    /// How long manual moves are remembered in `undoes`.
    private static final Duration UNDO_WINDOW = Duration.ofDays(30);

    private final Proposals proposals;
    private final ManualMoveQuery moves;
    private final RankedItemQuery items;
    private final Clock clock;

    ProposalQuery(Proposals proposals, ManualMoveQuery moves, RankedItemQuery items, Clock clock) {
        this.proposals = proposals;
        this.moves = moves;
        this.items = items;
        this.clock = clock;
    }

    /// The requested part of a proposal.
    ///
    /// @param behind only moves to positions after this one, from 1; 0 for the first page
    /// @param limit entries of each list
    record MovePage(int behind, int limit) {}

    ProposalView read(Grant grant, MovePage page, String query) {
        var proposed = proposals.propose(grant.productId());
        var proposal = proposed.proposal();
        var found =
                Page.of(
                        proposal.moves(page.behind() - 1).limit(page.limit() + 1L).toList(),
                        page.limit(),
                        last -> Cursor.encode(query, List.of(String.valueOf(last.to() + 1))));
        var staying = proposal.staying().limit(page.limit()).toArray();
        var undone = undone(grant, proposal);
        var shown = undone.stream().limit(page.limit()).toList();
        var names = names(proposal.current(), found.items(), staying, shown);
        return new ProposalView(
                proposed.orderVersion(),
                new Counts(
                        proposal.current().openCount(),
                        proposal.moveCount(),
                        (int) proposal.staying().count(),
                        undone.size()),
                found.items().stream().map(move -> view(move, names, grant)).toList(),
                found.page(),
                IntStream.of(staying).mapToObj(position -> view(position, names)).toList(),
                shown.stream().map(move -> view(move, names)).toList(),
                proposed.keptPins());
    }

    private List<ManualMove> undone(Grant grant, Proposal proposal) {
        var recent = moves.since(grant.productId(), clock.instant().minus(UNDO_WINDOW));
        var undoneMoves = new UndoneMoves(proposal.current(), recent, proposal.after());
        return recent.stream().filter(undoneMoves::undoes).toList();
    }

    /// Items that the answer names, by position and by id.
    private record Names(CurrentOrder order, Function<UUID, ScoredItem> items) {

        ScoredItem at(int position) {
            return items.apply(order.idAt(position));
        }
    }

    private Names names(
            CurrentOrder order,
            List<Proposal.Moved> moved,
            int[] staying,
            List<ManualMove> undone) {
        var positions =
                IntStream.concat(
                        moved.stream().mapToInt(Proposal.Moved::from), IntStream.of(staying));
        var named =
                Stream.concat(
                        positions.mapToObj(order::idAt), undone.stream().map(ManualMove::item));
        return new Names(order, items.scored(named.collect(Collectors.toSet())));
    }

    private static MoveView view(Proposal.Moved move, Names names, Grant grant) {
        var item = names.at(move.from());
        return new MoveView(
                item.item(), move.from() + 1, move.to() + 1, item.score().visibleTo(grant));
    }

    private static NotAssessed view(int position, Names names) {
        var item = names.at(position);
        return new NotAssessed(item.item(), position + 1, item.coverage());
    }

    private static Undone view(ManualMove move, Names names) {
        return new Undone(
                names.items().apply(move.item()).item(),
                move.orderVersion(),
                move.at(),
                move.by(),
                move.onBehalfOf(),
                move.reason());
    }
}
