package dev.steward.feedback.item;

import dev.steward.platform.messaging.consume.EventConsumer;
import dev.steward.platform.messaging.consume.IncomingEvent;
import dev.steward.platform.messaging.consume.Projection;
import dev.steward.platform.messaging.readyourwrites.Projected;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Projection of backlog-service's items.
@ApplicationScoped
class ItemProjection implements EventConsumer, Projected {

    private static final String UPSERT =
            """
            insert into item (id, epoch, version, product_id, key, title, status, deleted)
            select id, epoch, version, "productId", state->>'key', state->>'title', state->>'status', deleted
            from jsonb_to_recordset(?::jsonb)
                as r (id uuid, "productId" uuid, epoch int, version bigint, deleted boolean, state jsonb)
            on conflict (id) do update set epoch = excluded.epoch, version = excluded.version,
                key = coalesce(excluded.key, item.key), title = coalesce(excluded.title, item.title),
                status = coalesce(excluded.status, item.status), deleted = excluded.deleted
            where (excluded.epoch, excluded.version) > (item.epoch, item.version)
            """;

    private final Projection projection;

    ItemProjection(Projection projection) {
        this.projection = projection;
    }

    @Override
    public boolean wants(String type) {
        return type.startsWith("steward.backlog.item.");
    }

    @Override
    public void accept(List<IncomingEvent> events) {
        projection.upsert(UPSERT, events);
    }

    @Override
    public String aggregateType() {
        return "item";
    }

    @Override
    public String table() {
        return "item";
    }
}
