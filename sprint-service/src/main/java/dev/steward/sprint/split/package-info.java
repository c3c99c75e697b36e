/// Requests to backlog-service for the remainders of items that were split when their sprint was
/// closed. The id of the remainder is assigned here, so that the answer can name it at once.
@NullMarked
package dev.steward.sprint.split;

import org.jspecify.annotations.NullMarked;
