/// How a service brings its schema up to date.
@NullMarked
package dev.steward.platform.database.migration;

import org.jspecify.annotations.NullMarked;
