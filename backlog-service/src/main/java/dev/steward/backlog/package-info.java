/// The product backlog: products and their members, items, their order and their explained scores.
/// It owns what there is to do and why it stands where it stands. What customers ask for arrives as
/// demand from feedback-service and moves the scores.
@NullMarked
package dev.steward.backlog;

import org.jspecify.annotations.NullMarked;
