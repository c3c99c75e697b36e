@NullMarked
package dev.steward.platform.database.connection;

import org.jspecify.annotations.NullMarked;
