@NullMarked
package dev.steward.sprint.velocity;

import org.jspecify.annotations.NullMarked;
