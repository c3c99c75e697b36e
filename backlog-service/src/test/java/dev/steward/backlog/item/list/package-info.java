@NullMarked
package dev.steward.backlog.item.list;

import org.jspecify.annotations.NullMarked;
