package dev.steward.backlog.release;

import dev.steward.platform.web.Conflict;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// An item is in one release at a time, those that were rolled back not counted.
final class ItemsInOtherReleases extends Conflict {

    /// @param releaseId the one that has the item
    record OtherReleaseItem(UUID id, String key, UUID releaseId) {}

    ItemsInOtherReleases(List<OtherReleaseItem> taken) {
        super(
                "item-in-release",
                "In another release: "
                        + taken.stream().map(OtherReleaseItem::key).collect(Collectors.joining(", "))
                        + ".");
        fact("items", taken);
    }
}
