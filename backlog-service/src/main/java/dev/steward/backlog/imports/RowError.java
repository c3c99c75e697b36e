package dev.steward.backlog.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Why a row is no item.
///
/// @param line where the row begins in the file, from 1
/// @param column name in the file; null where the whole row is concerned
/// @param code stable, for translation
@Schema(name = "ImportError")
record RowError(int line, @Nullable String column, String code, String message) {}
