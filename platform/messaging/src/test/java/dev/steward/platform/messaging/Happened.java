package dev.steward.platform.messaging;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event of a test's aggregate.
public record Happened(UUID productId, UUID id, long version, @Nullable Object state)
        implements DomainEvent {

    public static Happened to(UUID id, long version) {
        return new Happened(id, id, version, Map.of("name", "v" + version));
    }

    @Override
    public Aggregate aggregate() {
        return new Aggregate("thing", id, version);
    }

    @Override
    public String happened() {
        return "renamed";
    }

    @Override
    public Changes changes() {
        return Changes.of("name", "v" + (version - 1), "v" + version);
    }
}
