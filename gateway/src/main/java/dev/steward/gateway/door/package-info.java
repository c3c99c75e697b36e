/// The checks that every request passes, in their order.
@NullMarked
package dev.steward.gateway.door;

import org.jspecify.annotations.NullMarked;
