/// A sprint is closed or cancelled: what becomes of each open item is decided, and what follows
/// from it is recorded.
@NullMarked
package dev.steward.sprint.sprint.closing;

import org.jspecify.annotations.NullMarked;
