package dev.steward.platform.web.idempotency;

import dev.steward.platform.web.problem.Conflict;

/// A request with the same key is being carried out right now.
public final class IdempotencyKeyInUse extends Conflict {

    IdempotencyKeyInUse() {
        super(
                "idempotency-key-in-use",
                "A request with this Idempotency-Key is under way. Ask again in a second.");
    }

    @Override
    protected boolean passes() {
        return true;
    }
}
