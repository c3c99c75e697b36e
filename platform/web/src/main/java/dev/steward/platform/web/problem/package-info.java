/// What stands in the way of a request, and the one shape in which a client is told (RFC 9457).
@NullMarked
package dev.steward.platform.web.problem;

import org.jspecify.annotations.NullMarked;
