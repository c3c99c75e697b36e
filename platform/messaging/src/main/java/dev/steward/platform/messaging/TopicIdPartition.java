package dev.steward.platform.messaging;

import org.apache.kafka.common.TopicPartition;

/// A partition of one topic, identified by the id of the topic and not only by its name: a topic
/// that was deleted and created again has another id, and an offset of the old one means nothing in
/// it.
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
