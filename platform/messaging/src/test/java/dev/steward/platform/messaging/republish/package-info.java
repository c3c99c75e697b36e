@NullMarked
package dev.steward.platform.messaging.republish;

import org.jspecify.annotations.NullMarked;
