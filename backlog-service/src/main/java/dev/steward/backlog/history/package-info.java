/// What happened to an item, by whom: read from the one record of change.
@NullMarked
package dev.steward.backlog.history;

import org.jspecify.annotations.NullMarked;
