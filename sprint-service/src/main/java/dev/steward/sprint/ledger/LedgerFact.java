package dev.steward.sprint.ledger;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an entry says, before anybody has noted when and on whose account.
///
/// @param effect what it adds to the remaining points
/// @param otherSprintId where a carried item went, or came from
public record LedgerFact(
        EntryKind kind,
        @Nullable UUID itemId,
        @Nullable BigDecimal estimateFrom,
        @Nullable BigDecimal estimateTo,
        BigDecimal effect,
        @Nullable UUID otherSprintId,
        @Nullable String reason) {

    /// One that moves no points.
    public static LedgerFact of(EntryKind kind, @Nullable UUID itemId, @Nullable String reason) {
        return new LedgerFact(kind, itemId, null, null, BigDecimal.ZERO, null, reason);
    }

    public LedgerFact because(String why) {
        return new LedgerFact(kind, itemId, estimateFrom, estimateTo, effect, otherSprintId, why);
    }
}
