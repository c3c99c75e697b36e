@NullMarked
package dev.steward.feedback.identity;

import org.jspecify.annotations.NullMarked;
