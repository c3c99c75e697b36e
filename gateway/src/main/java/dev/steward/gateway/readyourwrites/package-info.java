/// What a caller has just written, remembered until the other services have heard of it.
@NullMarked
package dev.steward.gateway.readyourwrites;

import org.jspecify.annotations.NullMarked;
