/// The product backlog: products with their members, items, their order and their scores. It owns
/// the items and decides nothing about sprints. Customer demand arrives from feedback-service and
/// changes scores.
@NullMarked
package dev.steward.backlog;

import org.jspecify.annotations.NullMarked;
