@NullMarked
package dev.steward.feedback.intake;

import org.jspecify.annotations.NullMarked;
