/// Votes: who else wants what an entry asks for, and how much. One per person and entry.
@NullMarked
package dev.steward.feedback.vote;

import org.jspecify.annotations.NullMarked;
