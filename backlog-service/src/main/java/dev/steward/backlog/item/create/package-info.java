/// Creating items: on request of a user, or of another service that has chosen the id. A new item
/// gets a number, a rank and a score in the same transaction.
@NullMarked
package dev.steward.backlog.item.create;

import org.jspecify.annotations.NullMarked;
