@NullMarked
package dev.steward.backlog;

import org.jspecify.annotations.NullMarked;
