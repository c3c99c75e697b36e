/// How people and companies are recognised: external ids, e-mail addresses, and the lock for
/// creating new ones.
@NullMarked
package dev.steward.feedback.identity;

import org.jspecify.annotations.NullMarked;
