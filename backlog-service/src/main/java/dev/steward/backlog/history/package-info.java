/// The history of an item, read from its events.
@NullMarked
package dev.steward.backlog.history;

import org.jspecify.annotations.NullMarked;
