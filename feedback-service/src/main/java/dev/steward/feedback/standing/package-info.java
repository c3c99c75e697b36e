/// Where entries stand: the status that follows from what became of the items they ask for.
@NullMarked
package dev.steward.feedback.standing;

import org.jspecify.annotations.NullMarked;
