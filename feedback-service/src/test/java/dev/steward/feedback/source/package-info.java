@NullMarked
package dev.steward.feedback.source;

import org.jspecify.annotations.NullMarked;
