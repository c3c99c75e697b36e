package dev.steward.backlog.vision;

import dev.steward.platform.web.problem.NotFound;

/// The product has no published vision, or no draft.
final class VisionNotFound extends NotFound {

    VisionNotFound(VisionStatus status) {
        super(
                "not-found",
                status == VisionStatus.DRAFT
                        ? "There is no draft of this product's vision."
                        : "This product has no published vision.");
    }
}
