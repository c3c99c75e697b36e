@NullMarked
package dev.steward.backlog.order.rank;

import org.jspecify.annotations.NullMarked;
