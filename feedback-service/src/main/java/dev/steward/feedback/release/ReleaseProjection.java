package dev.steward.feedback.release;

import dev.steward.platform.messaging.consume.Projection;
import dev.steward.platform.messaging.consume.StateProjection;
import jakarta.inject.Singleton;

/// Projection of backlog-service's releases.
@Singleton
class ReleaseProjection extends StateProjection {

    private static final String UPSERT =
            """
            insert into release (id, epoch, version, product_id, name, status, item_ids, released_at, deleted)
            select id, epoch, version, "productId", state->>'name', state->>'status',
                array(select jsonb_array_elements_text(state->'itemIds')::uuid), (state->>'releasedAt')::timestamptz,
                deleted
            from jsonb_to_recordset(cast(:events as jsonb))
                as r (id uuid, "productId" uuid, epoch int, version bigint, deleted boolean, state jsonb)
            on conflict (id) do update set epoch = excluded.epoch, version = excluded.version,
                name = coalesce(excluded.name, release.name), status = coalesce(excluded.status, release.status),
                item_ids = case when excluded.deleted then release.item_ids else excluded.item_ids end,
                released_at = excluded.released_at, deleted = excluded.deleted
            where (excluded.epoch, excluded.version) > (release.epoch, release.version)
            """;

    ReleaseProjection(Projection projection) {
        super(projection, "steward.backlog.release.", "release", UPSERT);
    }
}
