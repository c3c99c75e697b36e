/// Work that is too much for one transaction, done in bounded steps on threads of its own.
@NullMarked
package dev.steward.feedback.background;

import org.jspecify.annotations.NullMarked;
