/// Changing an item: its fields, each with its own right, and its status.
@NullMarked
package dev.steward.backlog.item.change;

import org.jspecify.annotations.NullMarked;
