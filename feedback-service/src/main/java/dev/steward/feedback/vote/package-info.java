/// Who else wants it, and how much: one vote per person and entry.
@NullMarked
package dev.steward.feedback.vote;

import org.jspecify.annotations.NullMarked;
