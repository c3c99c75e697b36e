@NullMarked
package dev.steward.platform.messaging.database;

import org.jspecify.annotations.NullMarked;
