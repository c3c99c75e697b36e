@NullMarked
package dev.steward.platform.messaging.relay;

import org.jspecify.annotations.NullMarked;
