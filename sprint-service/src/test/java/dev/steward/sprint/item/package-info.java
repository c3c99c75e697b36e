@NullMarked
package dev.steward.sprint.item;

import org.jspecify.annotations.NullMarked;
