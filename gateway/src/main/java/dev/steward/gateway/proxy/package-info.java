/// Forwards requests to the services that answer them.
@NullMarked
package dev.steward.gateway.proxy;

import org.jspecify.annotations.NullMarked;
