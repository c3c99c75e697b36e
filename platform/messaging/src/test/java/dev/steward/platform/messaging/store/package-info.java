@NullMarked
package dev.steward.platform.messaging.store;

import org.jspecify.annotations.NullMarked;
