/// What feedback knows of items, and nothing more.
@NullMarked
package dev.steward.feedback.item;

import org.jspecify.annotations.NullMarked;
