package dev.steward.backlog.item;

import java.util.Collection;
import java.util.UUID;

/// Computes the scores of items again after their inputs changed. Implemented by scoring; called
/// once with all items, as the last step of the transaction that changed them.
public interface ItemScoring {

    /// For an item that this transaction creates: nobody can have asked for it yet.
    void score(BacklogItem created);

    /// For items that the caller has just created or has locked.
    void rescore(UUID productId, Collection<UUID> itemIds);

    /// For items that others may be changing: locks them first, so that the later change sees the
    /// earlier one.
    void lockAndRescore(UUID productId, Collection<UUID> itemIds);
}
