package dev.steward.platform.messaging.consume;

/// The stored offset is not where this instance left it: another instance owns the partition now,
/// or the topic was made anew.
public final class PartitionTaken extends RuntimeException {

    PartitionTaken(TopicIdPartition partition) {
        super(partition + " is read by another instance, or as another topic", null, false, false);
    }
}
