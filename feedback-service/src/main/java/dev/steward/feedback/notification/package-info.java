/// Closing the feedback loop: everybody who asked for something is told once when it is released.
@NullMarked
package dev.steward.feedback.notification;

import org.jspecify.annotations.NullMarked;
