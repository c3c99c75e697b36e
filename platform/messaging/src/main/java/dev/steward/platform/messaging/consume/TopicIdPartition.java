package dev.steward.platform.messaging.consume;

import org.apache.kafka.common.TopicPartition;

/// A partition of one topic, identified by the id of the topic and not only by its name: a topic
/// that was deleted and created again has another id, and an offset of the old one means nothing in
/// it.
public record TopicIdPartition(TopicPartition partition, String topicId) {

    public String topic() {
        return partition.topic();
    }

    public int number() {
        return partition.partition();
    }

    @Override
    public String toString() {
        return partition.toString();
    }
}
