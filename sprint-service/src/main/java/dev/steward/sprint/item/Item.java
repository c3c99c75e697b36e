package dev.steward.sprint.item;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An item of the product backlog, as its events describe it.
///
/// @param status its status in the backlog, not the status of the work on it
/// @param estimate in points; null when it is not estimated
/// @param openCriteria how many acceptance criteria are not met
/// @param epoch with `version`: the newest event of the item that has been applied here
public record Item(
        UUID id,
        UUID productId,
        String key,
        String title,
        String status,
        @Nullable BigDecimal estimate,
        int openCriteria,
        int epoch,
        long version) {

    public boolean isReady() {
        return status.equals("READY");
    }

    /// Dropped, or a duplicate of another item.
    public boolean isDiscarded() {
        return status.equals("DROPPED") || status.equals("DUPLICATE");
    }

    public boolean isNewerThan(int thanEpoch, long thanVersion) {
        return epoch != thanEpoch ? epoch > thanEpoch : version > thanVersion;
    }
}
