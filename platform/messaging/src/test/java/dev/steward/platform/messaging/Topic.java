package dev.steward.platform.messaging;

import static java.util.function.Function.identity;
import static org.awaitility.Awaitility.await;

import dev.steward.platform.messaging.topic.KafkaClients;
import dev.steward.platform.messaging.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// What stands in a topic right now.
public final class Topic {

    private Topic() {}

    public static void ensure(Map<String, Object> client, String... topics) {
        try (var admin = KafkaClients.admin(client)) {
            await().atMost(Duration.ofMinutes(3))
                    .ignoreExceptionsInstanceOf(KafkaException.class)
                    .until(() -> Topics.ensure(admin, List.of(topics)).size() == topics.length);
        }
    }

    /// Deletes it and makes another one of that name. The broker may still know the old one for a
    /// while, so it is the id that counts. What is sent while a partition still stands as it was,
    /// or nowhere yet, would be lost.
    public static void makeAnew(Map<String, Object> client, String topic) throws Exception {
        try (var admin = KafkaClients.admin(client)) {
            var old = id(admin, topic);
            admin.deleteTopics(List.of(topic)).all().get();
            await().atMost(Duration.ofMinutes(3))
                    .ignoreExceptionsMatching(
                            e -> e instanceof ExecutionException || e instanceof KafkaException)
                    .until(() -> !id(admin, topic).equals(old) && isEmpty(admin, topic));
        }
    }

    private static String id(Admin admin, String topic) {
        return Objects.requireNonNull(Topics.ensure(admin, List.of(topic)).get(topic)).id();
    }

    /// Each leader is asked.
    private static boolean isEmpty(Admin admin, String topic) throws Exception {
        var ends =
                partitions(topic).stream()
                        .collect(Collectors.toMap(identity(), _ -> OffsetSpec.latest()));
        return admin.listOffsets(ends).all().get().values().stream()
                .allMatch(end -> end.offset() == 0);
    }

    private static List<TopicPartition> partitions(String topic) {
        return IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    /// The versions of one aggregate, in the order in which Kafka has them.
    public static List<Long> versionsOf(Map<String, Object> client, String topic, UUID subject) {
        return records(client, topic).stream()
                .filter(record -> header(record, "ce_subject").equals(subject.toString()))
                .map(record -> Long.valueOf(header(record, "ce_aggregateversion")))
                .toList();
    }

    public static List<ConsumerRecord<String, byte[]>> records(
            Map<String, Object> client, String topic) {
        var partitions = partitions(topic);
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(
                        client, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found;
    }

    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null
                ? ""
                : new String(header.value(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
