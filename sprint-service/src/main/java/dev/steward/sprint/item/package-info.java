/// What sprint-service knows of the items of the product backlog, and nothing more: enough to
/// select them, to size a sprint and to say what stands in the way of "done".
@NullMarked
package dev.steward.sprint.item;

import org.jspecify.annotations.NullMarked;
