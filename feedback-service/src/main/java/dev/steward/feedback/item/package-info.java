/// Items of the backlog, as far as feedback needs them.
@NullMarked
package dev.steward.feedback.item;

import org.jspecify.annotations.NullMarked;
