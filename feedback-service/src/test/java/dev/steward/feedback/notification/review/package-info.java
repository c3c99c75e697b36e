@NullMarked
package dev.steward.feedback.notification.review;

import org.jspecify.annotations.NullMarked;
