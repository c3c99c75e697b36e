@NullMarked
package dev.steward.feedback.entry;

import org.jspecify.annotations.NullMarked;
