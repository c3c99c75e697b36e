/// Whether a product sends its messages at once or holds them until somebody sends them.
@NullMarked
package dev.steward.feedback.notification.settings;

import org.jspecify.annotations.NullMarked;
