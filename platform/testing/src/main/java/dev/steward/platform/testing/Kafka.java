package dev.steward.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/// Speaks for other services: puts golden samples on their topics, as they themselves would.
public final class Kafka {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTITIONS = 12;
    private static final Set<String> PUBLISHERS = ConcurrentHashMap.newKeySet();

    /// One producer for all tests of a process; it ends with the process.
    private static final class Shared {
        static final KafkaProducer<String, byte[]> PRODUCER =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", servers(), "linger.ms", 0),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    private Kafka() {}

    /// Sends in the given order and waits until the broker has acknowledged all.
    public static void publish(GoldenSample... samples) {
        send(List.of(samples));
    }

    /// Waits until the application has read them too: what they do has been done, and what has not
    /// changed by then does not change because of them.
    public static void publishAndAwait(GoldenSample... samples) {
        publishAndAwait(List.of(samples));
    }

    public static void publishAndAwait(List<GoldenSample> samples) {
        ConsumedRecords.await(send(samples));
    }

    private static List<RecordMetadata> send(List<GoldenSample> samples) {
        samples.stream().map(GoldenSample::publisher).distinct().forEach(Kafka::ensureTopic);
        var sent = samples.stream().map(sample -> Shared.PRODUCER.send(record(sample))).toList();
        List<RecordMetadata> acknowledged = new ArrayList<>();
        try {
            for (var one : sent) {
                acknowledged.add(one.get(2, TimeUnit.MINUTES));
            }
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka did not take a golden sample.", e);
        }
        return acknowledged;
    }

    private static ProducerRecord<String, byte[]> record(GoldenSample sample) {
        try {
            var record =
                    new ProducerRecord<>(
                            topic(sample.publisher()),
                            sample.key(),
                            JSON.writeValueAsBytes(sample.data()));
            sample.headers()
                    .properties()
                    .forEach(header ->
                            record.headers()
                                    .add(
                                            header.getKey(),
                                            header.getValue()
                                                    .asText()
                                                    .getBytes(StandardCharsets.UTF_8)));
            return record;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void ensureTopic(String publisher) {
        if (PUBLISHERS.contains(publisher)) {
            return;
        }
        createTopic(publisher);
        PUBLISHERS.add(publisher);
    }

    private static void createTopic(String publisher) {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers()))) {
            admin.createTopics(
                            List.of(
                                    new NewTopic(
                                            topic(publisher),
                                            Optional.of(PARTITIONS),
                                            Optional.empty())))
                    .all()
                    .get(2, TimeUnit.MINUTES);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String topic(String publisher) {
        return setting("steward.messaging.topic-prefix") + "steward." + publisher;
    }

    public static String servers() {
        return setting("kafka.bootstrap.servers");
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue(name, String.class);
    }
}
