@NullMarked
package dev.steward.backlog.order.move;

import org.jspecify.annotations.NullMarked;
