@NullMarked
package dev.steward.backlog.order.pin;

import org.jspecify.annotations.NullMarked;
