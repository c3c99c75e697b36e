package dev.steward.platform.messaging.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// One topic per publishing service, created explicitly: 12 partitions, never changed (the
/// product's partition number is the same in all of them), 7 days, not compacted.
public final class Topics {

    public static final int PARTITIONS = 12;

    /// @param id another one when a topic of that name is made anew
    public record Found(String id, int partitions) {

        /// Somebody else has made it, a broker that makes topics by itself perhaps. A product's
        /// events would come out of order if it were changed.
        boolean isFit() {
            return partitions == PARTITIONS;
        }
    }

    private static final Map<String, String> SETTINGS =
            Map.of(
                    "retention.ms",
                    String.valueOf(Duration.ofDays(7).toMillis()),
                    "cleanup.policy",
                    "delete");

    private Topics() {}

    /// Creates those that are missing; the broker's default replication applies.
    ///
    /// @return all of them
    /// @throws KafkaException also when one that was just made is not known everywhere yet
    public static Map<String, Found> ensure(Admin admin, Collection<String> names) {
        Map<String, Found> found = new HashMap<>();
        var missing = describe(admin, names, found);
        if (!missing.isEmpty()) {
            create(admin, missing);
            if (!describe(admin, missing, found).isEmpty()) {
                throw new KafkaException("Topics were made and are not there yet: " + missing);
            }
        }
        return found;
    }

    /// @return those that are missing
    private static List<String> describe(
            Admin admin, Collection<String> names, Map<String, Found> found) {
        List<String> missing = new ArrayList<>();
        admin.describeTopics(names)
                .topicNameValues()
                .forEach((name, answer) -> {
                    try {
                        found.put(name, found(answer));
                    } catch (UnknownTopicOrPartitionException e) {
                        missing.add(name);
                    }
                });
        return missing;
    }

    private static Found found(KafkaFuture<TopicDescription> answer) {
        var topic = await(answer);
        return new Found(topic.topicId().toString(), topic.partitions().size());
    }

    private static void create(Admin admin, List<String> names) {
        var topics =
                names.stream()
                        .map(name ->
                                new NewTopic(name, Optional.of(PARTITIONS), Optional.empty())
                                        .configs(SETTINGS))
                        .toList();
        for (var creation : admin.createTopics(topics).values().values()) {
            try {
                await(creation);
            } catch (TopicExistsException e) {
                // Another service was faster.
            }
        }
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KafkaException kafka) {
                throw kafka;
            }
            throw new KafkaException("The broker did not answer.", e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("The broker did not answer in time.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }
}
