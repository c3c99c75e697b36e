/// The one way to PostgreSQL: a statement, its parameters, its rows. Plain SQL and no ORM, because
/// nearly every write here is a set (a batch of entries with hundreds of voters): what a
/// transaction writes goes out as one multi-row statement per table, whatever its size.
@NullMarked
package dev.steward.feedback.database;

import org.jspecify.annotations.NullMarked;
