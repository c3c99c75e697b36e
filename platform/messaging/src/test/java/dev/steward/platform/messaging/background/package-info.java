@NullMarked
package dev.steward.platform.messaging.background;

import org.jspecify.annotations.NullMarked;
