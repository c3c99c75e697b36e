/// A request that comes again takes effect once.
@NullMarked
package dev.steward.platform.web.idempotency;

import org.jspecify.annotations.NullMarked;
