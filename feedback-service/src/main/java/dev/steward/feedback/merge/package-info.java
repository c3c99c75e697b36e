/// Saying that two entries ask for the same, and taking that back, without losing a voice.
@NullMarked
package dev.steward.feedback.merge;

import org.jspecify.annotations.NullMarked;
