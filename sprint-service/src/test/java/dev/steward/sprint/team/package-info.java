@NullMarked
package dev.steward.sprint.team;

import org.jspecify.annotations.NullMarked;
