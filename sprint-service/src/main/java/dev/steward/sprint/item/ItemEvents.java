package dev.steward.sprint.item;

import dev.steward.platform.messaging.consume.EventConsumer;
import dev.steward.platform.messaging.consume.IncomingEvent;
import dev.steward.platform.messaging.consume.Projection;
import dev.steward.platform.messaging.readyourwrites.Projected;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Consumes the events of items into the table `item`. Each event carries the whole state, so only
/// the newest one of an item counts. Rows are written in the order of their ids, the order in which
/// selecting items locks them too.
@ApplicationScoped
class ItemEvents implements EventConsumer, Projected {

    private static final String UPSERT =
            """
            insert into item (id, epoch, version, product_id, key, title, type, status, estimate,
                failing_rules, open_criteria, goal_id, deleted)
            select id, epoch, version, "productId", state->>'key', state->>'title', state->>'type',
                state->>'status', (state->>'estimate')::numeric,
                array(select jsonb_array_elements_text(coalesce(state->'failingRules', '[]'))),
                coalesce((state->>'openCriteria')::int, 0), (state->>'goalId')::uuid, deleted
            from jsonb_to_recordset(?::jsonb)
                as r (id uuid, "productId" uuid, epoch int, version bigint, deleted boolean, state jsonb)
            order by id
            on conflict (id) do update set epoch = excluded.epoch, version = excluded.version,
                product_id = excluded.product_id, key = excluded.key, title = excluded.title,
                type = excluded.type, status = excluded.status, estimate = excluded.estimate,
                failing_rules = excluded.failing_rules, open_criteria = excluded.open_criteria,
                goal_id = excluded.goal_id, deleted = excluded.deleted
            where (excluded.epoch, excluded.version) > (item.epoch, item.version)
            """;

    private final Projection projection;

    ItemEvents(Projection projection) {
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
