/// What the backlog knows of splits, and nothing more: sprint-service asks for the rest of an item
/// whose sprint was closed, with the id that it is to have.
@NullMarked
package dev.steward.backlog.split;

import org.jspecify.annotations.NullMarked;
