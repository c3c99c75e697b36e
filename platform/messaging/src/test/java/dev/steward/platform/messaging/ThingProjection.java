package dev.steward.platform.messaging;

import dev.steward.platform.messaging.consume.Projection;
import dev.steward.platform.messaging.consume.StateProjection;
import jakarta.inject.Singleton;

@Singleton
public class ThingProjection extends StateProjection {

    private static final String UPSERT =
            """
            insert into thing (id, epoch, version, name, deleted)
            select id, epoch, version, state->>'name', deleted
            from jsonb_to_recordset(cast(:events as jsonb)) as r (id uuid, epoch int, version bigint, deleted boolean, state jsonb)
            on conflict (id) do update set epoch = excluded.epoch, version = excluded.version,
                name = coalesce(excluded.name, thing.name), deleted = excluded.deleted
            where (excluded.epoch, excluded.version) > (thing.epoch, thing.version)
            """;

    ThingProjection(Projection projection) {
        super(projection, "steward.other.thing.", "thing", UPSERT);
    }
}
