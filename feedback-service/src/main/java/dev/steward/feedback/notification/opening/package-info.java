/// A release comes out: who asked for what it ships, and one message for each of them, created in
/// bounded steps.
@NullMarked
package dev.steward.feedback.notification.opening;

import org.jspecify.annotations.NullMarked;
