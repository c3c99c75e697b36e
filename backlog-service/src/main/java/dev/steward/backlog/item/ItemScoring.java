package dev.steward.backlog.item;

import java.util.Collection;
import java.util.UUID;

/// Scores items again when what their scores are made of has changed. Implemented by scoring,
/// called in the transaction of the change, as its last act, once with all items.
public interface ItemScoring {

    /// Those that the caller has just made or holds locked.
    void rescore(UUID productId, Collection<UUID> itemIds);

    /// Those that others may be changing meanwhile: locked first, so that the later of two changes
    /// sees the earlier.
    void lockAndRescore(UUID productId, Collection<UUID> itemIds);
}
