@NullMarked
package dev.steward.backlog.order.history;

import org.jspecify.annotations.NullMarked;
