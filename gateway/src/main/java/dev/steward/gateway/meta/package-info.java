/// Version, token issuer and limits of this installation.
@NullMarked
package dev.steward.gateway.meta;

import org.jspecify.annotations.NullMarked;
