/// The event flow: the append-only record of change, the outbox and its relay, the poll loop with
/// versioned projections and dead letters, republishing, and reading one's own writes elsewhere.
@NullMarked
package dev.steward.platform.messaging;

import org.jspecify.annotations.NullMarked;
