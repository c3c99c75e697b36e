package dev.steward.backlog.item.change;

import java.util.UUID;

/// Tells whether an item is released. Implemented by the releases; called while the item is locked,
/// which a release does too.
public interface ItemReleaseCheck {

    boolean isReleased(UUID itemId);
}
