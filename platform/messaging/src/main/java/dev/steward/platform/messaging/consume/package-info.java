/// From Kafka to projections and reactions: each batch and its offset in one transaction.
@NullMarked
package dev.steward.platform.messaging.consume;

import org.jspecify.annotations.NullMarked;
