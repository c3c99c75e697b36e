/// Work on items, as far as feedback needs it.
@NullMarked
package dev.steward.feedback.work;

import org.jspecify.annotations.NullMarked;
