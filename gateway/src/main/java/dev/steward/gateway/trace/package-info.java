/// How a request is named in logs, events and answers: request id and trace.
@NullMarked
package dev.steward.gateway.trace;

import org.jspecify.annotations.NullMarked;
