/// Messages that are due are claimed, sent by e-mail or handed over to the source, and tried again
/// when that fails.
@NullMarked
package dev.steward.feedback.notification.sending;

import org.jspecify.annotations.NullMarked;
