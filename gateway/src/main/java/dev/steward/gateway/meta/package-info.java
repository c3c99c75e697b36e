/// What this installation is.
@NullMarked
package dev.steward.gateway.meta;

import org.jspecify.annotations.NullMarked;
