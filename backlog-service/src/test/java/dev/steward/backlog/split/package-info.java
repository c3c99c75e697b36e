@NullMarked
package dev.steward.backlog.split;

import org.jspecify.annotations.NullMarked;
