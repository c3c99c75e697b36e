@NullMarked
package dev.steward.platform.messaging.consume;

import org.jspecify.annotations.NullMarked;
