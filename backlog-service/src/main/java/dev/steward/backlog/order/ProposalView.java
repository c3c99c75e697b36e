package dev.steward.backlog.order;

import dev.steward.backlog.item.ItemReference;
import dev.steward.platform.access.Person;
import dev.steward.platform.web.Page;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An order by score, as a difference from the one that is. Positions count from 1.
///
/// @param orderVersion to be named when the proposal is applied
/// @param moves a page of them, by their new position: as few as lead from one order to the other
/// @param page of the moves; the other lists show their beginning
/// @param notAssessed items that stay because too little is known of them, by position
/// @param undoes moves that people made by hand and that this would reverse, the newest first
/// @param pins what it keeps
@Schema(name = "OrderProposal")
record ProposalView(
        long orderVersion,
        Counts counts,
        List<MoveView> moves,
        Page.Place page,
        List<NotAssessed> notAssessed,
        List<Undone> undoes,
        List<PinView> pins) {

    /// Of the whole proposal, where the lists show only its beginning.
    @Schema(name = "OrderProposalCounts")
    record Counts(int items, int moves, int notAssessed, int undoes) {}

    @Schema(name = "ProposedMove")
    record MoveView(ItemReference item, int from, int to, @Nullable BigDecimal score) {}

    /// @param coverage the share of the scoring model's inputs that is known
    @Schema(name = "NotAssessedItem")
    record NotAssessed(ItemReference item, int position, @Nullable BigDecimal coverage) {}

    /// @param orderVersion that the move led to
    /// @param onBehalfOf for whom the person acted
    @Schema(name = "UndoneMove")
    record Undone(
            ItemReference item,
            long orderVersion,
            Instant at,
            Person by,
            @Nullable Person onBehalfOf,
            @Nullable String reason) {}
}
