package dev.steward.sprint.sprint;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An item that was split when its sprint was closed, with the item that its remainder became.
@Schema(name = "SprintSplit")
record SplitItem(
        @Schema(description = "Id of the item that was split.") UUID itemId,
        @Schema(
                        description =
                                "Id of the new item for the remainder. It appears in the backlog shortly after the sprint was closed.")
                UUID restId) {

    /// @param pairs ids as `item remainder,item remainder`; null when there are none
    static List<SplitItem> parse(@Nullable String pairs) {
        return pairs == null
                ? List.of()
                : Arrays.stream(pairs.split(",", -1)).map(SplitItem::pair).toList();
    }

    private static SplitItem pair(String ids) {
        var space = ids.indexOf(' ');
        return new SplitItem(
                UUID.fromString(ids.substring(0, space)),
                UUID.fromString(ids.substring(space + 1)));
    }
}
