@NullMarked
package dev.steward.feedback.status;

import org.jspecify.annotations.NullMarked;
