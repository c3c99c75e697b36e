@NullMarked
package dev.steward.feedback.vote;

import org.jspecify.annotations.NullMarked;
