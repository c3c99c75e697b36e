/// Importing items from another tool: a CSV file becomes a job, its rows are stored, and workers
/// import them in chunks. The decisions are in docs/adr/0011.
@NullMarked
package dev.steward.backlog.imports;

import org.jspecify.annotations.NullMarked;
