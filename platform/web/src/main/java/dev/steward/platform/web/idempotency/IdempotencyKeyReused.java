package dev.steward.platform.web.idempotency;

import dev.steward.platform.web.problem.Invalid;
import java.util.List;

/// The key was used before with another body or query.
public final class IdempotencyKeyReused extends Invalid {

    IdempotencyKeyReused() {
        super(
                "idempotency-key-reused",
                "This Idempotency-Key was used with another body or query. A new request needs a new key.",
                List.of());
    }
}
