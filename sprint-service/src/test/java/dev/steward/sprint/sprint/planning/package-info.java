@NullMarked
package dev.steward.sprint.sprint.planning;

import org.jspecify.annotations.NullMarked;
