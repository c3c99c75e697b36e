package dev.steward.backlog.scoring;

import dev.steward.backlog.scoring.model.ModelDefinition;
import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;

/// The scoring model of a product was replaced.
public record ScoringModelChanged(
        UUID productId, long version, ModelDefinition before, ModelDefinition after)
        implements DomainEvent {

    @Override
    public Aggregate aggregate() {
        return new Aggregate("scoring-model", productId, version);
    }

    @Override
    public String happened() {
        return "changed";
    }

    @Override
    public Changes changes() {
        return Changes.of("kind", before.kind(), after.kind())
                .and("factors", before.factors(), after.factors())
                .and("missing", before.missing(), after.missing())
                .and("demandReference", before.demandReference(), after.demandReference());
    }

    @Override
    public ModelDefinition state() {
        return after;
    }
}
