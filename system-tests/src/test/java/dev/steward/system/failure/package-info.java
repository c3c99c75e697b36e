/// Processes die, Kafka and the database lose data, writers race: what must be true all the same.
@NullMarked
package dev.steward.system.failure;

import org.jspecify.annotations.NullMarked;
