package dev.steward.backlog.item.details;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.steward.backlog.item.ItemNotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.Session;

/// Reads single items with all that their details show. As plain rows: with the entity in the
/// result, Hibernate analysed the columns again at each read, which cost a quarter more.
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
            where i.%s = ?
            """;

    private static final String BY_ID = ITEM.formatted("id");
    private static final String BY_KEY = ITEM.formatted("key");

    private final Session session;
    private final DataSource database;
    private final ObjectMapper json;

    ItemDetailsQuery(Session session, DataSource database, ObjectMapper json) {
        this.session = session;
        this.database = database;
        this.json = json;
    }

    /// @throws ItemNotFound when there is none
    ItemDetails named(ItemIdOrKey name) {
        // A request with an Idempotency-Key reads its answer in the transaction of its change.
        if (session.isJoinedToTransaction()) {
            session.flush();
        }
        return switch (name) {
            case ItemIdOrKey.ById(UUID id) -> find(BY_ID, id);
            case ItemIdOrKey.ByKey(String key) -> find(BY_KEY, key);
        };
    }

    private ItemDetails find(String sql, Object name) {
        try (var connection = database.getConnection();
                var find = connection.prepareStatement(sql)) {
            find.setObject(1, name);
            try (var row = find.executeQuery()) {
                if (row.next()) {
                    return new ItemDetailsRow(row, json).item();
                }
            }
        } catch (SQLException e) {
            throw new PersistenceException("an item could not be read", e);
        }
        throw new ItemNotFound();
    }
}
