package dev.steward.platform.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
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

    /// @param subject null: nobody
    public static @Nullable Person orNull(@Nullable String subject, @Nullable String name) {
        return subject == null ? null : new Person(subject, name);
    }
}
