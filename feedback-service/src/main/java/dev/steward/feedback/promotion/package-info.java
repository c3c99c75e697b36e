/// Making an item of what an entry asks for. The item is backlog-service's: here its id is minted,
/// the entry is linked to it, and it is asked for.
@NullMarked
package dev.steward.feedback.promotion;

import org.jspecify.annotations.NullMarked;
