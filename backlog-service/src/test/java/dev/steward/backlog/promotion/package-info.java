@NullMarked
package dev.steward.backlog.promotion;

import org.jspecify.annotations.NullMarked;
