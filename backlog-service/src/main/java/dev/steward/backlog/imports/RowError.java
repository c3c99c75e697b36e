package dev.steward.backlog.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Why a row is no item, or what of it was not taken as it stands.
///
/// @param line where the row begins in the file, from 1
/// @param column name in the file; null where the whole row is concerned
/// @param code stable, for translation
/// @param severity ERROR where the row is left out, WARNING where it is taken all the same
@Schema(name = "ImportError")
record RowError(int line, @Nullable String column, String code, String message, Severity severity) {

    @Schema(name = "ImportSeverity")
    enum Severity {
        ERROR,
        WARNING
    }

    RowError(int line, @Nullable String column, String code, String message) {
        this(line, column, code, message, Severity.ERROR);
    }

    static final String TOOK_TOO_LONG = "took-too-long";

    static RowError ofTimeOut(int line) {
        return new RowError(
                line, null, TOOK_TOO_LONG, "It took too long, as often as it was tried.");
    }
}
