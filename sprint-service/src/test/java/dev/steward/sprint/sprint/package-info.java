@NullMarked
package dev.steward.sprint.sprint;

import org.jspecify.annotations.NullMarked;
