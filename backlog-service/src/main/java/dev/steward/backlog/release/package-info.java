/// What goes out together: a release is planned, released once all of its items are done, and may
/// be rolled back. The status that an item shows follows from it.
@NullMarked
package dev.steward.backlog.release;

import org.jspecify.annotations.NullMarked;
