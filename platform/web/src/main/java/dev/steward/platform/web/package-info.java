/// The rules every HTTP door of the house shares: problems, conditional requests, idempotency,
/// keyset pages, merge patches and request ids. No domain word lives here.
@NullMarked
package dev.steward.platform.web;

import org.jspecify.annotations.NullMarked;
