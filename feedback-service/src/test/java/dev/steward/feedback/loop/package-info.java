@NullMarked
package dev.steward.feedback.loop;

import org.jspecify.annotations.NullMarked;
