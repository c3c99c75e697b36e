@NullMarked
package dev.steward.backlog.job;

import org.jspecify.annotations.NullMarked;
