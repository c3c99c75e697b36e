/// Sources of feedback, their keys and scopes, and the callers of operations that members and
/// source keys may use.
@NullMarked
package dev.steward.feedback.source;

import org.jspecify.annotations.NullMarked;
