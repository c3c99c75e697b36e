/// A PostgreSQL of this build's own: found on the machine or unpacked, started, and found again
/// after a crash.
@NullMarked
package dev.steward.local.postgres;

import org.jspecify.annotations.NullMarked;
