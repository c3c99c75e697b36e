package dev.steward.feedback.source;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A valid key of a source; a revoked one is deleted. Of its secret there is only a hash.
@Entity
class SourceKey {

    @Id private UUID id;

    private UUID sourceId;

    /// Compared by SQL only.
    @SuppressWarnings("UnusedVariable")
    private byte[] secretHash;

    private Instant createdAt;
    private @Nullable Instant lastUsedAt;

    protected SourceKey() {}

    SourceKey(UUID sourceId, SourceKeyToken token, Instant at) {
        this.id = token.id();
        this.sourceId = sourceId;
        this.secretHash = token.hash();
        this.createdAt = at;
    }

    UUID id() {
        return id;
    }

    UUID sourceId() {
        return sourceId;
    }

    Instant createdAt() {
        return createdAt;
    }

    /// To the minute; null when never used.
    @Nullable Instant lastUsedAt() {
        return lastUsedAt;
    }
}
