/// Links between feedback entries and items. Through links of the kind SOLVES the votes of an entry
/// count in the item's demand.
@NullMarked
package dev.steward.feedback.link;

import org.jspecify.annotations.NullMarked;
