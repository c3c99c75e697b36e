package dev.steward.feedback.source;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A key of a source, in an answer. Its secret is shown only when it is created.
@Schema(name = "SourceKey")
record SourceKeyView(
        @Schema(description = "Id of the key: the part of it between `stw_` and its secret.")
                UUID id,
        @Schema(description = "Always 1: a key never changes.") long version,
        @Schema(description = "When the key was created.") Instant createdAt,
        @Schema(
                        description =
                                "When the key was last used, to the minute; null when it has never been used.")
                @Nullable Instant lastUsedAt,
        @Schema(
                        description =
                                "The whole key, secret included. Only in the answer that created it; null in a replay of it and everywhere else.")
                @Nullable String key) {

    static final long VERSION = 1;

    static SourceKeyView of(SourceKey key) {
        return of(key, null);
    }

    static SourceKeyView of(SourceKey key, @Nullable SourceKeyToken token) {
        return new SourceKeyView(
                key.id(),
                VERSION,
                key.createdAt(),
                key.lastUsedAt(),
                token == null ? null : token.text());
    }

    SourceKeyView withoutSecret() {
        return new SourceKeyView(id, version, createdAt, lastUsedAt, null);
    }
}
