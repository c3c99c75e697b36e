/// A Kafka broker in one process, without containers.
@NullMarked
package dev.steward.local.kafka;

import org.jspecify.annotations.NullMarked;
