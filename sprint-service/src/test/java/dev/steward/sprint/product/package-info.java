@NullMarked
package dev.steward.sprint.product;

import org.jspecify.annotations.NullMarked;
