package dev.steward.backlog.vision;

import dev.steward.platform.messaging.store.Changes;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/// The vision of a product: the published text and the draft of the next one. Both share one
/// version, so that nobody publishes over a draft that they have not seen.
@Entity
@Table(name = "vision")
class Vision {

    @Id
    @Column(name = "product_id")
    private UUID productId;

    @Column(columnDefinition = "jsonb")
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable VisionText published;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "published_by")
    private @Nullable String publishedBy;

    @Column(columnDefinition = "jsonb")
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable VisionText draft;

    @Column(name = "drafted_at")
    private @Nullable Instant draftedAt;

    @Column(name = "drafted_by")
    private @Nullable String draftedBy;

    private long version;

    protected Vision() {}

    /// When it was written, and by whom.
    record Authorship(Instant at, String by) {}

    Optional<VisionEvent> draft(VisionText text, Authorship authorship) {
        if (text.equals(draft)) {
            return Optional.empty();
        }
        draft = text;
        draftedAt = authorship.at();
        draftedBy = authorship.by();
        version++;
        return Optional.of(new VisionEvent.Drafted(VisionState.of(this), version));
    }

    /// Replaces the published text and deletes the draft.
    Optional<VisionEvent> publish(VisionText text, Authorship authorship) {
        if (text.equals(published) && draft == null) {
            return Optional.empty();
        }
        Changes changes = VisionText.changes(published, text);
        published = text;
        publishedAt = authorship.at();
        publishedBy = authorship.by();
        draft = null;
        draftedAt = null;
        draftedBy = null;
        version++;
        return Optional.of(new VisionEvent.Published(VisionState.of(this), version, changes));
    }

    /// Whether nothing was written yet.
    boolean isBlank() {
        return version == 0;
    }

    UUID productId() {
        return productId;
    }

    @Nullable VisionText published() {
        return published;
    }

    @Nullable Instant publishedAt() {
        return publishedAt;
    }

    boolean hasDraft() {
        return draft != null;
    }

    long version() {
        return version;
    }
}
