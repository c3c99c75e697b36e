/// Teams, sprints and the work in them. It owns who works on what and when, and never rewrites a
/// sprint's history. Products, members and items arrive from backlog-service.
@NullMarked
package dev.steward.sprint;

import org.jspecify.annotations.NullMarked;
