/// Sprints are created and updated, items are added and removed, and the sprint is started.
@NullMarked
package dev.steward.sprint.sprint.planning;

import org.jspecify.annotations.NullMarked;
