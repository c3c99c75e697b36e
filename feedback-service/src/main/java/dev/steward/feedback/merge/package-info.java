/// Merging entries that ask for the same, and undoing it, without losing a vote.
@NullMarked
package dev.steward.feedback.merge;

import org.jspecify.annotations.NullMarked;
