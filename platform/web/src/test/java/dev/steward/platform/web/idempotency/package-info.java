@NullMarked
package dev.steward.platform.web.idempotency;

import org.jspecify.annotations.NullMarked;
