/// What sprint-service knows of the items of the product backlog: enough to select them, to add up
/// their points and to warn of acceptance criteria that are not met.
@NullMarked
package dev.steward.sprint.item;

import org.jspecify.annotations.NullMarked;
