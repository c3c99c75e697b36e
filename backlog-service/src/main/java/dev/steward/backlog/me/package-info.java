/// The caller: who the token says it is, and what it is in which product.
@NullMarked
package dev.steward.backlog.me;

import org.jspecify.annotations.NullMarked;
