/// What the backlog knows of promotions, and nothing more: feedback-service asks for an item, with
/// the id that it is to have, and it is made here like any other.
@NullMarked
package dev.steward.backlog.promotion;

import org.jspecify.annotations.NullMarked;
