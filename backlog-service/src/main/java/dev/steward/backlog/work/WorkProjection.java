package dev.steward.backlog.work;

import dev.steward.platform.messaging.consume.Projection;
import dev.steward.platform.messaging.consume.StateProjection;
import jakarta.inject.Singleton;

/// Stores the newest work on each item, received from Kafka. Independent of the item's own status:
/// a dropped item does not show its work, and shows it again when it is restored.
@Singleton
class WorkProjection extends StateProjection {

    private static final String UPSERT =
            """
            insert into item_work (id, epoch, version, product_id, status, sprint_id, team_id, assignee, deleted)
            select id, epoch, version, "productId", coalesce(state->>'status', 'NONE'), (state->>'sprintId')::uuid,
                (state->>'teamId')::uuid, state->>'assignee', deleted
            from jsonb_to_recordset(cast(:events as jsonb))
                as r (id uuid, "productId" uuid, epoch int, version bigint, deleted boolean, state jsonb)
            order by id
            on conflict (id) do update set epoch = excluded.epoch, version = excluded.version,
                status = excluded.status, sprint_id = excluded.sprint_id, team_id = excluded.team_id,
                assignee = excluded.assignee, deleted = excluded.deleted
            where (excluded.epoch, excluded.version) > (item_work.epoch, item_work.version)
            """;

    WorkProjection(Projection projection) {
        super(projection, "steward.sprint.work.", "item_work", UPSERT);
    }
}
