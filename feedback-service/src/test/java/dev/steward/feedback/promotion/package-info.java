@NullMarked
package dev.steward.feedback.promotion;

import org.jspecify.annotations.NullMarked;
