@NullMarked
package dev.steward.platform.database.migration;

import org.jspecify.annotations.NullMarked;
