/// Authentication: who sends a request.
@NullMarked
package dev.steward.gateway.caller;

import org.jspecify.annotations.NullMarked;
