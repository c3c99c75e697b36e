package dev.steward.backlog.item;

import java.util.UUID;

/// Says whether an item is out. Implemented by the releases; asked under the item's lock, which a
/// release takes too.
public interface ItemReleaseCheck {

    boolean isReleased(UUID itemId);
}
