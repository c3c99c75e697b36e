@NullMarked
package dev.steward.feedback.notification;

import org.jspecify.annotations.NullMarked;
