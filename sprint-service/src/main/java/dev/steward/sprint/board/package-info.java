/// The board of a sprint: its items by how far they are, with everything that a card shows.
@NullMarked
package dev.steward.sprint.board;

import org.jspecify.annotations.NullMarked;
