package dev.steward.backlog.vision;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A vision as its events show it. What a draft says stays here.
///
/// @param id the product's: it has one vision
record VisionState(
        UUID id,
        UUID productId,
        @Nullable VisionText published,
        @Nullable Instant publishedAt,
        boolean hasDraft) {

    static VisionState of(Vision vision) {
        return new VisionState(
                vision.productId(),
                vision.productId(),
                vision.published(),
                vision.publishedAt(),
                vision.hasDraft());
    }
}
