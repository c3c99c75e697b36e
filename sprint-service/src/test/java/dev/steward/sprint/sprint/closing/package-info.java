@NullMarked
package dev.steward.sprint.sprint.closing;

import org.jspecify.annotations.NullMarked;
