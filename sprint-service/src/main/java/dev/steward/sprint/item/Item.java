package dev.steward.sprint.item;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An item as far as its events have arrived.
///
/// @param status its own, never that of the work on it
/// @param epoch with `version`: the newest event of it that is known here
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

    /// Decided against, or the same as another one.
    public boolean isGone() {
        return status.equals("DROPPED") || status.equals("DUPLICATE");
    }

    public boolean isNewerThan(int thanEpoch, long thanVersion) {
        return epoch != thanEpoch ? epoch > thanEpoch : version > thanVersion;
    }
}
