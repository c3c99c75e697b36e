/// Finds the documented operation that a request is for.
@NullMarked
package dev.steward.gateway.routing;

import org.jspecify.annotations.NullMarked;
