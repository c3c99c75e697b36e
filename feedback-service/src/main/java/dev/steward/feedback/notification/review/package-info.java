/// What a person sees and decides: who is told or would be told about a release, the text of held
/// messages, and when these are sent.
@NullMarked
package dev.steward.feedback.notification.review;

import org.jspecify.annotations.NullMarked;
