@NullMarked
package dev.steward.feedback.notification.sending;

import org.jspecify.annotations.NullMarked;
