package dev.steward.bench.load;

import dev.steward.bench.BenchFailure;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Kafka's own clients and nothing around them, in a JVM that is warm: what its command-line tools
/// do, which would measure the start of a JVM over so few records.
///
/// @param servers of the same broker that Steward uses
public record BareKafka(String servers) {

    private static final int PARTITIONS = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// One record at a time: sent, acknowledged by all, polled.
    ///
    /// @param each gets the nanoseconds of each
    public void endToEnd(int records, int bytes, LongConsumer each) {
        var topic = topic("bench.end-to-end", 1);
        var partition = new TopicPartition(topic, 0);
        try (var producer = producer();
                var consumer =
                        new KafkaConsumer<>(
                                Map.<String, Object>of("bootstrap.servers", servers),
                                new StringDeserializer(),
                                new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToEnd(List.of(partition));
            consumer.position(partition);
            for (var i = 0; i < records; i++) {
                var begun = System.nanoTime();
                get(producer.send(new ProducerRecord<>(topic, null, new byte[bytes])));
                if (consumer.poll(PATIENCE).count() != 1) {
                    throw new BenchFailure("Kafka did not give back the record that it took.");
                }
                each.accept(System.nanoTime() - begun);
            }
        }
    }

    /// As many and as fast as it takes them.
    ///
    /// @return records per second until the last was acknowledged
    public double push(int records, int bytes) {
        var topic = topic("bench.push", PARTITIONS);
        var value = new byte[bytes];
        Arrays.fill(value, (byte) 'x');
        try (var producer = producer()) {
            producer.partitionsFor(topic);
            var begun = System.nanoTime();
            for (var i = 0; i < records; i++) {
                // Failures come to light in the flush's last record.
                var _ = producer.send(new ProducerRecord<>(topic, "product-" + i % 100, value));
            }
            get(producer.send(new ProducerRecord<>(topic, "last", value)));
            producer.flush();
            return records * 1e9 / (System.nanoTime() - begun);
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        servers,
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "linger.ms",
                        0,
                        "compression.type",
                        "lz4"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private String topic(String name, int partitions) {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
            get(admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1))).all());
        } catch (BenchFailure failure) {
            if (failure.getCause() == null
                    || !(failure.getCause().getCause() instanceof TopicExistsException)) {
                throw failure;
            }
        }
        return name;
    }

    private static <T> T get(java.util.concurrent.Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new BenchFailure("Kafka refused", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }
}
