package dev.steward.sprint.split;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The request to backlog-service to create the remainder of an item that was split. It is made
/// once, so its id is the id of the remainder and its version is always 1.
///
/// @param itemId id of the remainder
/// @param splitFrom the item that keeps the finished part
/// @param sprintId the sprint in which that part was done
/// @param estimate the remainder's points; null when it is not estimated
public record SplitRequest(
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
