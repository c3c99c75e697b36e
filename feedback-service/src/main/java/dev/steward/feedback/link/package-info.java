/// Which items an entry is about. Links of kind SOLVES carry its voices to the item's demand.
@NullMarked
package dev.steward.feedback.link;

import org.jspecify.annotations.NullMarked;
