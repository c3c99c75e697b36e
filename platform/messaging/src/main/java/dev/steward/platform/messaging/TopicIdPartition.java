package dev.steward.platform.messaging;

import org.apache.kafka.common.TopicPartition;

/// A partition of one topic, not merely of one name: a topic that was made anew has another id, and
/// an offset of the old one says nothing in it.
record TopicIdPartition(TopicPartition partition, String topicId) {

    String topic() {
        return partition.topic();
    }

    int number() {
        return partition.partition();
    }

    @Override
    public String toString() {
        return partition.toString();
    }
}
