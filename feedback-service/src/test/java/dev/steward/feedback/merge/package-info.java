@NullMarked
package dev.steward.feedback.merge;

import org.jspecify.annotations.NullMarked;
