/// The feedback entry: what was said, by whom, and its status.
@NullMarked
package dev.steward.feedback.entry;

import org.jspecify.annotations.NullMarked;
