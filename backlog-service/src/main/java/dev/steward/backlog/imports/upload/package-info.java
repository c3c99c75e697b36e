/// Receiving a file: the CSV is read while it arrives, its columns are recognised, and each row
/// becomes an item to import or an error.
@NullMarked
package dev.steward.backlog.imports.upload;

import org.jspecify.annotations.NullMarked;
