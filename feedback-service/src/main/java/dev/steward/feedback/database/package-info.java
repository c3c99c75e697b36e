/// Runs SQL statements. Plain SQL instead of an ORM, because nearly every write here is a set (a
/// batch of entries with hundreds of voters): a transaction writes one multi-row statement per
/// table, whatever its size.
@NullMarked
package dev.steward.feedback.database;

import org.jspecify.annotations.NullMarked;
