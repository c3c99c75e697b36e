/// Stubs for the services and the token issuer, which are outside of the process under test.
@NullMarked
package dev.steward.gateway.standin;

import org.jspecify.annotations.NullMarked;
