/// Teams, sprints and the work on items. This service owns who works on what and when, and never
/// rewrites the history of a sprint. Products, members and items are known from events of
/// backlog-service.
@NullMarked
package dev.steward.sprint;

import org.jspecify.annotations.NullMarked;
