package dev.steward.platform.messaging;

/// The stored offset is not where this instance left it: another instance owns the partition now.
final class PartitionTaken extends RuntimeException {

    PartitionTaken(String topic, int partition) {
        super(topic + "-" + partition + " is read by another instance", null, false, false);
    }
}
