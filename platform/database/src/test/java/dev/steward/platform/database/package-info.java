@NullMarked
package dev.steward.platform.database;

import org.jspecify.annotations.NullMarked;
