/// The product vision: why the product is made, and for whom. One is published; the one before it
/// is superseded and stays in the events. The text of a draft is in no event.
@NullMarked
package dev.steward.backlog.vision;

import org.jspecify.annotations.NullMarked;
