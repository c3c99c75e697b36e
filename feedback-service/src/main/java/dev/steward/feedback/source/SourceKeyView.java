package dev.steward.feedback.source;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A key of a source, without its secret but for once.
@Schema(name = "SourceKey")
record SourceKeyView(
        @Schema(description = "The part of the key between `stw_` and its secret.") UUID id,
        @Schema(description = "Always 1: a key never changes.") long version,
        Instant createdAt,
        @Schema(description = "To the minute; null: never.") @Nullable Instant lastUsedAt,
        @Schema(
                        description =
                                "The whole key, shown once, in the answer to its creation; a replay of that comes without.")
                @Nullable String key) {

    static final long VERSION = 1;

    static SourceKeyView of(SourceKeys.LiveKey key) {
        return of(key, null);
    }

    static SourceKeyView of(SourceKeys.LiveKey key, @Nullable SourceKey secret) {
        return new SourceKeyView(
                key.id(),
                VERSION,
                key.createdAt(),
                key.lastUsedAt(),
                secret == null ? null : secret.text());
    }

    SourceKeyView withoutSecret() {
        return new SourceKeyView(id, version, createdAt, lastUsedAt, null);
    }
}
