package dev.steward.platform.access;

import dev.steward.platform.messaging.consume.EventConsumer;
import dev.steward.platform.messaging.consume.IncomingEvent;
import dev.steward.platform.messaging.consume.Projection;
import dev.steward.platform.messaging.readyourwrites.Projected;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Which products there are, for every service but the one that owns them.
@ApplicationScoped
public class ProductProjection implements EventConsumer, Projected {

    private static final String UPSERT =
            """
            insert into product (id, epoch, version, key, name, status, deleted)
            select id, epoch, version, state->>'key', state->>'name', state->>'status', deleted
            from jsonb_to_recordset(?::jsonb) as r (id uuid, epoch int, version bigint, deleted boolean, state jsonb)
            on conflict (id) do update set epoch = excluded.epoch, version = excluded.version,
                key = coalesce(excluded.key, product.key), name = coalesce(excluded.name, product.name),
                status = coalesce(excluded.status, product.status), deleted = excluded.deleted
            where (excluded.epoch, excluded.version) > (product.epoch, product.version)
            """;

    private final Projection projection;

    ProductProjection(Projection projection) {
        this.projection = projection;
    }

    @Override
    public boolean wants(String type) {
        return type.startsWith("steward.backlog.product.");
    }

    @Override
    public void accept(List<IncomingEvent> events) {
        projection.upsert(UPSERT, events);
    }

    @Override
    public String aggregateType() {
        return "product";
    }

    @Override
    public String table() {
        return "product";
    }
}
