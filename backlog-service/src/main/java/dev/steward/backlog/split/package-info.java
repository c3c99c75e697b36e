/// Splits: when a sprint is closed, sprint-service requests an item for the unfinished part of
/// another one, and chooses its id.
@NullMarked
package dev.steward.backlog.split;

import org.jspecify.annotations.NullMarked;
