package dev.steward.backlog.work;

import dev.steward.platform.messaging.consume.EventConsumer;
import dev.steward.platform.messaging.consume.IncomingEvent;
import dev.steward.platform.messaging.consume.Projection;
import dev.steward.platform.messaging.readyourwrites.Projected;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Stores the newest work on each item, received from Kafka. Independent of the item's own status:
/// a dropped item does not show its work, and shows it again when it is restored.
@ApplicationScoped
class WorkProjection implements EventConsumer, Projected {

    private static final String UPSERT =
            """
            insert into item_work (id, epoch, version, product_id, status, sprint_id, team_id, assignee, deleted)
            select id, epoch, version, "productId", coalesce(state->>'status', 'NONE'), (state->>'sprintId')::uuid,
                (state->>'teamId')::uuid, state->>'assignee', deleted
            from jsonb_to_recordset(?::jsonb)
                as r (id uuid, "productId" uuid, epoch int, version bigint, deleted boolean, state jsonb)
            order by id
            on conflict (id) do update set epoch = excluded.epoch, version = excluded.version,
                status = excluded.status, sprint_id = excluded.sprint_id, team_id = excluded.team_id,
                assignee = excluded.assignee, deleted = excluded.deleted
            where (excluded.epoch, excluded.version) > (item_work.epoch, item_work.version)
            """;

    private final Projection projection;

    WorkProjection(Projection projection) {
        this.projection = projection;
    }

    @Override
    public boolean wants(String type) {
        return type.startsWith("steward.sprint.work.");
    }

    @Override
    public void accept(List<IncomingEvent> events) {
        projection.upsert(UPSERT, events);
    }

    @Override
    public String aggregateType() {
        return "work";
    }

    @Override
    public String table() {
        return "item_work";
    }
}
