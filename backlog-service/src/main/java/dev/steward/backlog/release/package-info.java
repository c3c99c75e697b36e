/// Releases: items that are delivered together. A release is planned, released once all of its
/// items are done, and can be rolled back. The shown status of an item depends on it.
@NullMarked
package dev.steward.backlog.release;

import org.jspecify.annotations.NullMarked;
