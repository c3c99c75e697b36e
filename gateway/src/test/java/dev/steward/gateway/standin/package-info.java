/// What stands in for the services and the issuer: the edge of the network, and nothing of our own.
@NullMarked
package dev.steward.gateway.standin;

import org.jspecify.annotations.NullMarked;
