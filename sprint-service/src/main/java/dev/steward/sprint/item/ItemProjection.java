package dev.steward.sprint.item;

import dev.steward.platform.messaging.consume.Projection;
import dev.steward.platform.messaging.consume.StateProjection;
import jakarta.inject.Singleton;

/// Consumes the events of items into the table `item`. Each event carries the whole state, so only
/// the newest one of an item counts. Rows are written in the order of their ids, the order in which
/// selecting items locks them too.
@Singleton
class ItemProjection extends StateProjection {

    private static final String UPSERT =
            """
            insert into item (id, epoch, version, product_id, key, title, type, status, estimate,
                failing_rules, open_criteria, goal_id, deleted)
            select id, epoch, version, "productId", state->>'key', state->>'title', state->>'type',
                state->>'status', (state->>'estimate')::numeric,
                array(select jsonb_array_elements_text(coalesce(state->'failingRules', '[]'))),
                coalesce((state->>'openCriteria')::int, 0), (state->>'goalId')::uuid, deleted
            from jsonb_to_recordset(cast(:events as jsonb))
                as r (id uuid, "productId" uuid, epoch int, version bigint, deleted boolean, state jsonb)
            order by id
            on conflict (id) do update set epoch = excluded.epoch, version = excluded.version,
                product_id = excluded.product_id, key = excluded.key, title = excluded.title,
                type = excluded.type, status = excluded.status, estimate = excluded.estimate,
                failing_rules = excluded.failing_rules, open_criteria = excluded.open_criteria,
                goal_id = excluded.goal_id, deleted = excluded.deleted
            where (excluded.epoch, excluded.version) > (item.epoch, item.version)
            """;

    ItemProjection(Projection projection) {
        super(projection, "steward.backlog.item.", "item", UPSERT);
    }
}
