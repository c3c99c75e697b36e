@NullMarked
package dev.steward.feedback.notification.opening;

import org.jspecify.annotations.NullMarked;
