/// From method and path to the documented operation.
@NullMarked
package dev.steward.gateway.routing;

import org.jspecify.annotations.NullMarked;
