/// Conditional requests (RFC 9110): ETag, If-Match, If-None-Match.
@NullMarked
package dev.steward.platform.web.conditional;

import org.jspecify.annotations.NullMarked;
