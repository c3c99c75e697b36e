/// Who calls, as far as the gateway needs to know.
@NullMarked
package dev.steward.gateway.caller;

import org.jspecify.annotations.NullMarked;
