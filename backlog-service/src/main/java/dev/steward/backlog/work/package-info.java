/// The work on items, as received from sprint-service: its status, sprint and assignee. The backlog
/// only shows it, and keeps items from being dropped while they are known to be in a sprint.
@NullMarked
package dev.steward.backlog.work;

import org.jspecify.annotations.NullMarked;
