package dev.steward.platform.messaging;

import dev.steward.platform.messaging.consume.EventConsumer;
import dev.steward.platform.messaging.consume.IncomingEvent;
import dev.steward.platform.messaging.consume.Projection;
import dev.steward.platform.messaging.readyourwrites.Projected;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
public class ThingProjection implements EventConsumer, Projected {

    private final Projection projection;

    ThingProjection(Projection projection) {
        this.projection = projection;
    }

    @Override
    public boolean wants(String type) {
        return type.startsWith("steward.other.thing.");
    }

    @Override
    public void accept(List<IncomingEvent> events) {
        projection.upsert(
                """
                insert into thing (id, epoch, version, name, deleted)
                select id, epoch, version, state->>'name', deleted
                from jsonb_to_recordset(?::jsonb) as r (id uuid, epoch int, version bigint, deleted boolean, state jsonb)
                on conflict (id) do update set epoch = excluded.epoch, version = excluded.version,
                    name = coalesce(excluded.name, thing.name), deleted = excluded.deleted
                where (excluded.epoch, excluded.version) > (thing.epoch, thing.version)
                """,
                events);
    }

    @Override
    public String aggregateType() {
        return "thing";
    }

    @Override
    public String table() {
        return "thing";
    }
}
