package dev.steward.platform.messaging;

import dev.steward.platform.messaging.store.MessagingConfig;
import dev.steward.platform.messaging.topic.KafkaClients;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;

/// The settings of a service of its own, so that no other test's records come along, and what
/// `other` says to it.
public record OwnTopics(String prefix) implements MessagingConfig {

    @Override
    public String publisher() {
        return "probe";
    }

    @Override
    public Optional<List<String>> reads() {
        return Optional.of(List.of("other"));
    }

    @Override
    public Optional<String> topicPrefix() {
        return Optional.of(prefix);
    }

    @Override
    public boolean running() {
        return true;
    }

    /// One event for each version of each thing, one after the other: none may be lost here.
    public void publish(Map<String, Object> client, List<UUID> things, int from, int to) {
        try (var producer = KafkaClients.producer(client)) {
            for (int version = from; version <= to; version++) {
                for (var thing : things) {
                    producer.send(renamed(thing, version)).get();
                }
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private ProducerRecord<String, byte[]> renamed(UUID thing, int version) {
        return new ProducerRecord<>(
                topicsRead().getFirst(),
                null,
                thing.toString(),
                ThingEvents.renamedTo(version),
                ThingEvents.headers(thing, version));
    }
}
