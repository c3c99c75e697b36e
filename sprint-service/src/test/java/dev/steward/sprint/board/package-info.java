@NullMarked
package dev.steward.sprint.board;

import org.jspecify.annotations.NullMarked;
