/// The ids of a request in logs, events and responses: request id and trace.
@NullMarked
package dev.steward.gateway.trace;

import org.jspecify.annotations.NullMarked;
