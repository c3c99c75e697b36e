package dev.steward.sprint.split;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That an item was split. It happens once, so its id is that of the rest and it has one version.
///
/// @param itemId of the rest
/// @param splitFrom the item that keeps what was done
/// @param sprintId in which that was done
/// @param estimate the rest's part of the item's estimate; null where the item had none
public record Split(
        UUID itemId,
        UUID productId,
        UUID splitFrom,
        UUID sprintId,
        String title,
        @Nullable BigDecimal estimate) {

    static final String AGGREGATE = "split";
    static final long VERSION = 1;

    public SplitEvent.Requested requested() {
        return new SplitEvent.Requested(this);
    }
}
