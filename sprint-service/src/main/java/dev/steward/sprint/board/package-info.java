/// The board of a sprint: its items by the status of their work, with everything that a card shows.
@NullMarked
package dev.steward.sprint.board;

import org.jspecify.annotations.NullMarked;
