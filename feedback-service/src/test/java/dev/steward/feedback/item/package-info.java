@NullMarked
package dev.steward.feedback.item;

import org.jspecify.annotations.NullMarked;
