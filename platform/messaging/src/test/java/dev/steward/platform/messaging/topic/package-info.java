@NullMarked
package dev.steward.platform.messaging.topic;

import org.jspecify.annotations.NullMarked;
