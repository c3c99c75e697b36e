package dev.steward.backlog.item;

import java.util.Collection;
import java.util.UUID;

/// Scores items whose estimate or value inputs have just been set. Implemented by scoring, called
/// in the transaction of the change, after its row and event are written.
public interface ItemAppraisal {

    void reappraise(UUID productId, Collection<UUID> itemIds);
}
