package dev.steward.platform.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;

/// One topic per publishing service, created explicitly: 12 partitions, never changed (the
/// product's partition number is the same in all of them), 7 days, not compacted.
final class Topics {

    static final int PARTITIONS = 12;
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "retention.ms",
                    String.valueOf(Duration.ofDays(7).toMillis()),
                    "cleanup.policy",
                    "delete");

    private Topics() {}

    /// Creates those that are missing; the broker's default replication applies.
    static void ensure(Map<String, Object> client, List<String> names) {
        try (var admin = Admin.create(client)) {
            var topics =
                    names.stream()
                            .map(name ->
                                    new NewTopic(name, Optional.of(PARTITIONS), Optional.empty())
                                            .configs(SETTINGS))
                            .toList();
            for (var creation : admin.createTopics(topics).values().values()) {
                await(creation);
            }
        }
    }

    private static void await(org.apache.kafka.common.KafkaFuture<Void> creation) {
        try {
            creation.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("A topic could not be created.", e.getCause());
            }
        } catch (TimeoutException e) {
            throw new KafkaException("The broker did not answer in time.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new org.apache.kafka.common.errors.InterruptException(e);
        }
    }
}
