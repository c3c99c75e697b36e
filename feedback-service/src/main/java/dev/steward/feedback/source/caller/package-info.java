/// Who calls an operation that is open to both: a member with rights, or a source key with scopes.
@NullMarked
package dev.steward.feedback.source.caller;

import org.jspecify.annotations.NullMarked;
