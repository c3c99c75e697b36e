@NullMarked
package dev.steward.feedback.demand;

import org.jspecify.annotations.NullMarked;
