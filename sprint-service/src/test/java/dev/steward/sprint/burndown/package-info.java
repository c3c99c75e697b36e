@NullMarked
package dev.steward.sprint.burndown;

import org.jspecify.annotations.NullMarked;
