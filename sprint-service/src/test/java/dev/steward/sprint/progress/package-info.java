@NullMarked
package dev.steward.sprint.progress;

import org.jspecify.annotations.NullMarked;
