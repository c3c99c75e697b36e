/// Releases of the backlog, as far as feedback needs them.
@NullMarked
package dev.steward.feedback.release;

import org.jspecify.annotations.NullMarked;
