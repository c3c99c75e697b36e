/// The status of feedback entries, which follows from the state of the items they ask for.
@NullMarked
package dev.steward.feedback.status;

import org.jspecify.annotations.NullMarked;
