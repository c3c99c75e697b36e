/// Passing a request on to the service that answers it.
@NullMarked
package dev.steward.gateway.proxy;

import org.jspecify.annotations.NullMarked;
