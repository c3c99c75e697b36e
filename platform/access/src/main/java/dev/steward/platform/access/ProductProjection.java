package dev.steward.platform.access;

import dev.steward.platform.messaging.consume.Projection;
import dev.steward.platform.messaging.consume.StateProjection;
import jakarta.inject.Singleton;

/// Which products there are, for every service but the one that owns them.
@Singleton
public class ProductProjection extends StateProjection {

    private static final String UPSERT =
            """
            insert into product (id, epoch, version, key, name, status, deleted)
            select id, epoch, version, state->>'key', state->>'name', state->>'status', deleted
            from jsonb_to_recordset(cast(:events as jsonb)) as r (id uuid, epoch int, version bigint, deleted boolean, state jsonb)
            on conflict (id) do update set epoch = excluded.epoch, version = excluded.version,
                key = coalesce(excluded.key, product.key), name = coalesce(excluded.name, product.name),
                status = coalesce(excluded.status, product.status), deleted = excluded.deleted
            where (excluded.epoch, excluded.version) > (product.epoch, product.version)
            """;

    ProductProjection(Projection projection) {
        super(projection, "steward.backlog.product.", "product", UPSERT);
    }
}
