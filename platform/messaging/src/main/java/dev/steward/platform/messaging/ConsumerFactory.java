package dev.steward.platform.messaging;

import org.apache.kafka.clients.consumer.Consumer;

/// Where the poll loop gets its consumer. Tests hand in one that dies at a chosen step.
@FunctionalInterface
interface ConsumerFactory {
    Consumer<String, byte[]> open();
}
