package dev.steward.feedback.loop;

import java.util.UUID;

/// Telling everybody who asked for what a release contains: closing the feedback loop.
///
/// @param mode the product's setting when the release came out
record Loop(UUID releaseId, UUID productId, long version, LoopMode mode) {

    LoopEvent.Opened opened(long deliveries) {
        return new LoopEvent.Opened(this, deliveries);
    }

    LoopEvent.Sent sent(long deliveries) {
        return new LoopEvent.Sent(new Loop(releaseId, productId, version + 1, mode), deliveries);
    }
}
