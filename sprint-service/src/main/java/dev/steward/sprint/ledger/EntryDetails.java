package dev.steward.sprint.ledger;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a ledger entry records, apart from when and by whom.
///
/// @param itemId null for an entry about the sprint as a whole
/// @param estimateFrom points before; null without an estimate
/// @param estimateTo points after; null without an estimate
/// @param effect points that it adds to the remaining points of the sprint; may be negative
/// @param otherSprintId the sprint that a carried item went to or came from; otherwise null
public record EntryDetails(
        EntryKind kind,
        @Nullable UUID itemId,
        @Nullable BigDecimal estimateFrom,
        @Nullable BigDecimal estimateTo,
        BigDecimal effect,
        @Nullable UUID otherSprintId,
        @Nullable String reason) {

    /// An entry that does not change the remaining points.
    public static EntryDetails of(EntryKind kind, @Nullable UUID itemId, @Nullable String reason) {
        return new EntryDetails(kind, itemId, null, null, BigDecimal.ZERO, null, reason);
    }

    public EntryDetails withReason(String reason) {
        return new EntryDetails(
                kind, itemId, estimateFrom, estimateTo, effect, otherSprintId, reason);
    }
}
