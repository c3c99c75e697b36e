/// The sequence of checks that every request passes.
@NullMarked
package dev.steward.gateway.door;

import org.jspecify.annotations.NullMarked;
