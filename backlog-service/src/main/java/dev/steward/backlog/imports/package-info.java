/// Bringing a backlog from another tool: a CSV file becomes a job, its rows are staged, and workers
/// take them in by chunks. The decisions are in docs/adr/0011.
@NullMarked
package dev.steward.backlog.imports;

import org.jspecify.annotations.NullMarked;
