package dev.steward.feedback.item;

import dev.steward.platform.messaging.consume.Projection;
import dev.steward.platform.messaging.consume.StateProjection;
import jakarta.inject.Singleton;

/// Projection of backlog-service's items.
@Singleton
class ItemProjection extends StateProjection {

    private static final String UPSERT =
            """
            insert into item (id, epoch, version, product_id, key, title, status, deleted)
            select id, epoch, version, "productId", state->>'key', state->>'title', state->>'status', deleted
            from jsonb_to_recordset(cast(:events as jsonb))
                as r (id uuid, "productId" uuid, epoch int, version bigint, deleted boolean, state jsonb)
            on conflict (id) do update set epoch = excluded.epoch, version = excluded.version,
                key = coalesce(excluded.key, item.key), title = coalesce(excluded.title, item.title),
                status = coalesce(excluded.status, item.status), deleted = excluded.deleted
            where (excluded.epoch, excluded.version) > (item.epoch, item.version)
            """;

    ItemProjection(Projection projection) {
        super(projection, "steward.backlog.item.", "item", UPSERT);
    }
}
