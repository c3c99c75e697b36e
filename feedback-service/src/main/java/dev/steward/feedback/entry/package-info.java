/// The feedback entry: what was said, by whom, and where it stands.
@NullMarked
package dev.steward.feedback.entry;

import org.jspecify.annotations.NullMarked;
