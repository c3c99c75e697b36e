package dev.steward.backlog.release;

import dev.steward.backlog.item.ShownStatus;
import dev.steward.platform.web.problem.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The releases of one item, one after the other. The rules are the service's own.
public final class ReleaseHalf {

    private static final Instant NOW = Instant.parse("2026-01-15T09:30:00Z");

    private final UUID item;
    private final UUID product;
    private Release newest;

    public ReleaseHalf(UUID item, UUID product) {
        this.item = item;
        this.product = product;
        newest = planned();
    }

    public boolean isReleased() {
        return newest.status() == ReleaseStatus.RELEASED;
    }

    /// @param shown the item's status
    public void release(String key, ShownStatus shown) {
        if (newest.status() == ReleaseStatus.ROLLED_BACK) {
            newest = planned();
        }
        attempt(() ->
                newest.release(List.of(new ReleaseItem(item, key, "Pay by invoice", shown)), NOW));
    }

    public void rollBack() {
        attempt(() -> newest.rollBack("It is broken"));
    }

    private Release planned() {
        return new Release(
                new Release.ReleaseIdentity(UUID.randomUUID(), product, NOW), "1.4", List.of(item));
    }

    private static void attempt(Runnable decision) {
        try {
            decision.run();
        } catch (Refusal _) {
            // Refused: nothing happened.
        }
    }
}
