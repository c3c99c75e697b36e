/// Who is the same: ids given by other systems, and the lock under which unknown ones become known.
@NullMarked
package dev.steward.feedback.identity;

import org.jspecify.annotations.NullMarked;
