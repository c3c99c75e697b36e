/// Connections outside the pool, and readiness, which has one of its own.
@NullMarked
package dev.steward.platform.database.connection;

import org.jspecify.annotations.NullMarked;
