package dev.steward.platform.messaging;

import org.apache.kafka.clients.producer.Producer;

/// Where the relay gets its producer. Tests hand in one that dies at a chosen step.
@FunctionalInterface
interface ProducerFactory {
    Producer<String, byte[]> open();
}
