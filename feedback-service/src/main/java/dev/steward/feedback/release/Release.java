package dev.steward.feedback.release;

import java.util.UUID;

/// A release of backlog-service, as far as feedback needs it.
public record Release(UUID id, UUID productId, String name, Status status) {

    public enum Status {
        PLANNED,
        RELEASED,
        ROLLED_BACK
    }
}
