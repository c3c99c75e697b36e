package dev.steward.feedback.loop;

import dev.steward.platform.messaging.Provenance;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A loop that is not open yet.
///
/// @param place the last id that its step is done with; null at the beginning of the step
/// @param failures how often the step has failed since it last went well
/// @param by who caused the release
record LoopJob(Loop loop, LoopStep step, @Nullable UUID position, int failures, Provenance by) {

    UUID releaseId() {
        return loop.releaseId();
    }

    /// Fewer after each failure: what is too much at once may do in parts.
    int batchSize(int regular) {
        return Math.max(1, regular >> Math.min(failures, 16));
    }
}
