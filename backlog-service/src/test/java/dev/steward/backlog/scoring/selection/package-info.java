@NullMarked
package dev.steward.backlog.scoring.selection;

import org.jspecify.annotations.NullMarked;
