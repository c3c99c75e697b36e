package dev.steward.feedback.loop;

import java.util.UUID;

/// That a release was answered.
///
/// @param mode as it was then
record Loop(UUID releaseId, UUID productId, long version, LoopMode mode) {

    LoopEvent.Opened opened(long deliveries) {
        return new LoopEvent.Opened(this, deliveries);
    }

    LoopEvent.Sent sent(long deliveries) {
        return new LoopEvent.Sent(new Loop(releaseId, productId, version + 1, mode), deliveries);
    }
}
