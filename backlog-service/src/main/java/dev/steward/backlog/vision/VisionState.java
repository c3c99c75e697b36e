package dev.steward.backlog.vision;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The state of a vision in its events, without the text of a draft.
///
/// @param id id of the product, which has one vision
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
