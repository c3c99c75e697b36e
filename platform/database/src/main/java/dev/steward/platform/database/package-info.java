/// SQL beside the entities: Jdbi in the transaction of the request, for what is a set of rows
/// rather than one aggregate (multi-row writes, projections, lists).
@NullMarked
package dev.steward.platform.database;

import org.jspecify.annotations.NullMarked;
