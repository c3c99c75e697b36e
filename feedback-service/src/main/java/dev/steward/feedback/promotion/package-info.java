/// Promotion: creating an item from a feedback entry. The item belongs to backlog-service: here its
/// id is created, the entry is linked to it, and the item is requested by an event.
@NullMarked
package dev.steward.feedback.promotion;

import org.jspecify.annotations.NullMarked;
