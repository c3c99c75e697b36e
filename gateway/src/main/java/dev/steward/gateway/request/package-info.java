/// The checks that every request passes, in their order.
@NullMarked
package dev.steward.gateway.request;

import org.jspecify.annotations.NullMarked;
