package dev.steward.platform.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.result.RowView;
import org.jspecify.annotations.Nullable;

/// A person in an answer.
///
/// @param name null while this service has not seen a token of theirs
public record Person(
        @Schema(description = "Identifies the person: the `sub` of their access token.")
                String subject,
        @Schema(
                        description =
                                "Their name, as their access token gives it. Null until they have signed in.")
                @Nullable String name) {

    /// The person of a row, by the names of its columns.
    public static Person of(RowView row, String subject, String name) {
        return new Person(row.getColumn(subject, String.class), row.getColumn(name, String.class));
    }

    /// As [#of]; null where the row names nobody.
    public static @Nullable Person orNull(RowView row, String subject, String name) {
        return orNull(row.getColumn(subject, String.class), row.getColumn(name, String.class));
    }

    /// @param subject null: nobody
    public static @Nullable Person orNull(@Nullable String subject, @Nullable String name) {
        return subject == null ? null : new Person(subject, name);
    }
}
