package dev.steward.backlog.release;

import dev.steward.platform.web.problem.Conflict;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// An item is in at most one release, not counting those that were rolled back.
final class ItemsInOtherReleases extends Conflict {

    /// @param releaseId the release that has the item
    record OtherReleaseItem(UUID id, String key, UUID releaseId) {}

    ItemsInOtherReleases(List<OtherReleaseItem> taken) {
        super(
                "item-in-release",
                "These items are in another release: "
                        + taken.stream()
                                .map(OtherReleaseItem::key)
                                .collect(Collectors.joining(", "))
                        + ".");
        fact("items", taken);
    }
}
