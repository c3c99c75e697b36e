/// Asking backlog-service for the rest of an item that was split when its sprint was closed. The
/// rest has its id from here, so that whoever closed the sprint knows it at once.
@NullMarked
package dev.steward.sprint.split;

import org.jspecify.annotations.NullMarked;
