@NullMarked
package dev.steward.feedback.standing;

import org.jspecify.annotations.NullMarked;
