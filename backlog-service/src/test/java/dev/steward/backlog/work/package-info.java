@NullMarked
package dev.steward.backlog.work;

import org.jspecify.annotations.NullMarked;
