package dev.steward.local.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.local.Port;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {

    private static final TopicPartition PARTITION = new TopicPartition("steward.backlog", 0);

    @TempDir Path folder;

    @Test
    void keepsTopicsAndRecordsAcrossARestart() throws ExecutionException, InterruptedException {
        var port = Port.free("Kafka");
        try (var first = KafkaServer.start(folder, port)) {
            createTopic(first);
            send(first, PARTITION.topic(), "written before");
        }

        try (var second = KafkaServer.start(folder, port)) {
            send(second, PARTITION.topic(), "written after");
            assertThat(read(second)).containsExactly("written before", "written after");
            assertThatThrownBy(() -> send(second, "never-created", "lost"))
                    .as("a topic that nobody created")
                    .isInstanceOf(ExecutionException.class);
        }
    }

    private static void createTopic(KafkaServer server)
            throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(connection(server))) {
            admin.createTopics(List.of(new NewTopic(PARTITION.topic(), 12, (short) 1))).all().get();
        }
    }

    private static void send(KafkaServer server, String topic, String value)
            throws ExecutionException, InterruptedException {
        var settings = new java.util.HashMap<>(connection(server));
        settings.put("max.block.ms", 1_000);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, PARTITION.partition(), "key", value)).get();
        }
    }

    private static List<String> read(KafkaServer server) {
        try (var consumer =
                new KafkaConsumer<>(
                        connection(server), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            return consumer.poll(Duration.ofSeconds(10)).records(PARTITION).stream()
                    .map(record -> record.value())
                    .toList();
        }
    }

    private static Map<String, Object> connection(KafkaServer server) {
        return Map.of("bootstrap.servers", server.bootstrapServers());
    }
}
