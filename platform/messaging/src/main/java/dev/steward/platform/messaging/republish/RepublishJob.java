package dev.steward.platform.messaging.republish;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A republish, and where it is.
///
/// @param onlyProduct null when all products are republished
/// @param epoch that of the publisher when the job began
/// @param product the one under way; null before the first
/// @param source what is stated of it at the moment; null when it is done
/// @param position where in the source; null at its beginning
/// @param snapshots how many were written to the outbox so far
record RepublishJob(
        UUID id,
        @Nullable UUID onlyProduct,
        int epoch,
        @Nullable UUID product,
        @Nullable String source,
        @Nullable String position,
        long snapshots,
        Instant startedAt,
        @Nullable Instant completedAt) {

    RepublishJob at(UUID product, @Nullable String source, @Nullable String position, long more) {
        return new RepublishJob(
                id,
                onlyProduct,
                epoch,
                product,
                source,
                position,
                snapshots + more,
                startedAt,
                null);
    }

    RepublishJob completed(Instant now) {
        return new RepublishJob(
                id, onlyProduct, epoch, product, null, null, snapshots, startedAt, now);
    }

    /// What ops see of it.
    record Progress(
            UUID id,
            @Nullable UUID productId,
            long snapshots,
            Instant startedAt,
            @Nullable Instant completedAt) {}

    Progress progress() {
        return new Progress(id, onlyProduct, snapshots, startedAt, completedAt);
    }
}
