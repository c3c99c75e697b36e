/// The schema and the database as such: migrations, its version, readiness.
@NullMarked
package dev.steward.platform.messaging.database;

import org.jspecify.annotations.NullMarked;
