package dev.steward.backlog.item.details;

import dev.steward.backlog.item.ItemNotFound;
import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Reads single items with all that their details show.
@ApplicationScoped
class ItemDetailsQuery {

    private static final String ITEM =
            """
            select i.*, r.rank, s.score, s.coverage, coalesce(s.telling, false) as telling, p.name as creator,
                w.status as work, w.sprint_id as sprint, w.team_id as team, w.assignee,
                a.name as assignee_name, x.status is not distinct from 'RELEASED' as released,
                g.title as goal_title, o.key as original_key, o.title as original_title
            from item i
            join item_rank r on r.item_id = i.id
            left join item_score s on s.item_id = i.id
            left join goal g on g.id = i.goal_id
            left join item o on o.id = i.split_from
            left join person p on p.subject = i.created_by
            left join item_work w on w.id = i.id
            left join item_release x on x.item_id = i.id
            left join person a on a.subject = w.assignee
            where i.%s = :name
            """;

    private static final String BY_ID = ITEM.formatted("id");
    private static final String BY_KEY = ITEM.formatted("key");

    private final Database database;

    ItemDetailsQuery(Database database) {
        this.database = database;
    }

    /// @throws ItemNotFound when there is none
    ItemDetails named(ItemIdOrKey name) {
        return switch (name) {
            case ItemIdOrKey.ById(UUID id) -> find(BY_ID, id);
            case ItemIdOrKey.ByKey(String key) -> find(BY_KEY, key);
        };
    }

    private ItemDetails find(String sql, Object name) {
        return database.query(
                sql,
                query ->
                        query.bind("name", name)
                                .map((row, context) -> new ItemDetailsRow(row, context).item())
                                .findOne()
                                .orElseThrow(ItemNotFound::new));
    }
}
