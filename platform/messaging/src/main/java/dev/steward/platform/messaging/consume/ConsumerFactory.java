package dev.steward.platform.messaging.consume;

import org.apache.kafka.clients.consumer.Consumer;

/// Where the poll loop gets its consumer. Tests hand in one that dies at a chosen step.
@FunctionalInterface
public interface ConsumerFactory {
    Consumer<String, byte[]> open();
}
