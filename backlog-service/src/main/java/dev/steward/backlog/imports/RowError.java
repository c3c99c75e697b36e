package dev.steward.backlog.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An error or a warning of a row.
@Schema(name = "ImportError")
public record RowError(
        @Schema(description = "Line of the file where the row begins; the first line is 1.")
                int line,
        @Schema(description = "Name of the column in the file; null when the whole row is meant.")
                @Nullable String column,
        @Schema(
                        description =
                                "Stable code of the error, for example `unknown-type` or"
                                        + " `took-too-long`.")
                String code,
        @Schema(description = "What is wrong and what is allowed, for people to read (English).")
                String message,
        @Schema(
                        description =
                                "ERROR: the row was left out. WARNING: the row was taken, but one"
                                        + " of its values was not.")
                Severity severity) {

    @Schema(name = "ImportSeverity")
    public enum Severity {
        ERROR,
        WARNING
    }

    public RowError(int line, @Nullable String column, String code, String message) {
        this(line, column, code, message, Severity.ERROR);
    }

    static final String TOOK_TOO_LONG = "took-too-long";

    static RowError ofTimeOut(int line) {
        return new RowError(line, null, TOOK_TOO_LONG, "It took too long at each attempt.");
    }
}
