@NullMarked
package dev.steward.backlog.item.details;

import org.jspecify.annotations.NullMarked;
