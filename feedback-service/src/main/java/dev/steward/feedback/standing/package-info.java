/// The status of feedback entries, which follows from the state of the items they ask for.
@NullMarked
package dev.steward.feedback.standing;

import org.jspecify.annotations.NullMarked;
