package dev.steward.backlog.order.proposal;

import dev.steward.backlog.ApiTexts;
import dev.steward.backlog.item.ItemReference;
import dev.steward.backlog.order.pin.PinView;
import dev.steward.platform.access.Person;
import dev.steward.platform.web.paging.Page;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A proposed order, as a difference from the present one. Positions count from 1.
@Schema(name = "OrderProposal")
record ProposalView(
        @Schema(
                        description =
                                "Version of the order that the proposal starts from. Send it when"
                                        + " you apply the proposal.")
                long orderVersion,
        @Schema(description = "Sizes of the whole proposal.") Counts counts,
        @Schema(
                        description =
                                "Items that would move, a page of them, by proposed position. Items"
                                        + " that can stay in place are not listed.")
                List<MoveView> moves,
        @Schema(
                        description =
                                "Place of this page in the list of `moves`. The other lists show"
                                        + " only their first `limit` entries.")
                Page.Info page,
        @Schema(
                        description =
                                "Items that stay at their position because less than half of the"
                                        + " model's inputs are known, by position.")
                List<NotAssessed> notAssessed,
        @Schema(
                        description =
                                "Moves that people made by hand in the last 30 days and that the"
                                        + " proposal would reverse, newest first.")
                List<Undone> undoes,
        @Schema(description = "The active pins; the proposal keeps all of them.")
                List<PinView> pins) {

    /// Sizes of the whole proposal; the lists show only a part.
    @Schema(name = "OrderProposalCounts")
    record Counts(
            @Schema(description = "Open items in the order.") int items,
            @Schema(description = "Items that would move.") int moves,
            @Schema(description = "Items that stay because too little is known of them.")
                    int notAssessed,
            @Schema(description = "Manual moves that would be reversed.") int undoes) {}

    @Schema(name = "ProposedMove")
    record MoveView(
            @Schema(description = "The item that would move.") ItemReference item,
            @Schema(description = "Its position now, 1 is the top.") int from,
            @Schema(description = "Its proposed position, 1 is the top.") int to,
            @Schema(description = ApiTexts.SCORE) @Nullable BigDecimal score) {}

    @Schema(name = "NotAssessedItem")
    record NotAssessed(
            @Schema(description = "The item that stays.") ItemReference item,
            @Schema(description = "Its position, 1 is the top.") int position,
            @Schema(description = ApiTexts.COVERAGE) @Nullable BigDecimal coverage) {}

    @Schema(name = "UndoneMove")
    record Undone(
            @Schema(description = "The item that was moved by hand.") ItemReference item,
            @Schema(description = "Version of the order after that move.") long orderVersion,
            @Schema(description = "When it was moved (UTC).") Instant at,
            @Schema(description = "Who moved it.") Person by,
            @Schema(
                            description =
                                    "The person for whom `by` acted, for example through an"
                                            + " assistant; null when that person acted alone.")
                    @Nullable Person onBehalfOf,
            @Schema(
                            description =
                                    "Why, in the words of the person who did it; null when no"
                                            + " reason was given.")
                    @Nullable String reason) {}
}
