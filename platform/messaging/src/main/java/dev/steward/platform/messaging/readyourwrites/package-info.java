/// A request waits until this service has applied what its caller has just written elsewhere.
@NullMarked
package dev.steward.platform.messaging.readyourwrites;

import org.jspecify.annotations.NullMarked;
