@NullMarked
package dev.steward.backlog.order.proposal;

import org.jspecify.annotations.NullMarked;
