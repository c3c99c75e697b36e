/// Closing the loop: whoever asked for something is told when it ships, once.
@NullMarked
package dev.steward.feedback.loop;

import org.jspecify.annotations.NullMarked;
