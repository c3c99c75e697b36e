package dev.steward.sprint.sprint;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An item that was split when its sprint was closed, and the item that its rest became.
@Schema(name = "SprintSplit")
record SplitItem(
        UUID itemId,
        @Schema(description = "Made by backlog-service a moment later, with this id.")
                UUID restId) {

    /// @param pairs `item rest,item rest`
    static List<SplitItem> read(@Nullable String pairs) {
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
