/// Read-your-writes: remembers what a caller has just written until other services have received
/// it.
@NullMarked
package dev.steward.gateway.readyourwrites;

import org.jspecify.annotations.NullMarked;
