/// From the outbox to Kafka, at least once and in order.
@NullMarked
package dev.steward.platform.messaging.relay;

import org.jspecify.annotations.NullMarked;
