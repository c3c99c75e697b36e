@NullMarked
package dev.steward.feedback.link;

import org.jspecify.annotations.NullMarked;
