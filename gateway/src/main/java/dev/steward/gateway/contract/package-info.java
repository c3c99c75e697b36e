/// At build time only: merges the documents of the services into the one that the gateway serves.
@NullMarked
package dev.steward.gateway.contract;

import org.jspecify.annotations.NullMarked;
