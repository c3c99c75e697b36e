package dev.steward.platform.messaging.relay;

import org.apache.kafka.clients.producer.Producer;

/// Where the relay gets its producer. Tests hand in one that dies at a chosen step.
@FunctionalInterface
public interface ProducerFactory {
    Producer<String, byte[]> open();
}
