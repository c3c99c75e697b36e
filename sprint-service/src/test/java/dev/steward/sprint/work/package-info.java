@NullMarked
package dev.steward.sprint.work;

import org.jspecify.annotations.NullMarked;
