package dev.steward.backlog.item;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.Json;
import dev.steward.platform.database.SqlArray;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.jpa.HibernateHints;
import org.jdbi.v3.core.generic.GenericType;

/// Repository of items.
@ApplicationScoped
public class BacklogItems implements PanacheRepositoryBase<BacklogItem, UUID> {

    private static final String NEXT_NUMBERS =
            "select next_item_number(:product) from generate_series(1, :count)";

    private static final String INSERT =
            """
            insert into item (id, product_id, number, key, type, title, description, acceptance_criteria, labels,
                goal_id, split_from, estimate, value, time_criticality, risk_reduction, reach, impact, confidence,
                status, version, created_at, created_by)
            select id, "productId", number, key, type, title, description, "acceptanceCriteria", labels, "goalId",
                "splitFrom", estimate, value, "timeCriticality", "riskReduction", reach, impact, confidence,
                status, 1, :at, :by
            from json_to_recordset(cast(:items as json)) as r (id uuid, "productId" uuid, number bigint, key text,
                type text, title text, description text, "acceptanceCriteria" jsonb, labels text[], "goalId" uuid,
                "splitFrom" uuid, estimate numeric, value numeric, "timeCriticality" numeric,
                "riskReduction" numeric, reach numeric, impact numeric, confidence numeric, status text)
            on conflict (id) do nothing returning id
            """;

    private static final String OPEN =
            """
            select a.id, p.key from unnest(:items, :products) as a (id, product_id)
            join product p on p.id = a.product_id and not p.deleted
            where not exists (select from item i where i.id = a.id)
            """;

    private static final GenericType<Map<UUID, String>> KEYS_BY_ID = new GenericType<>() {};

    private final Database database;

    BacklogItems(Database database) {
        this.database = database;
    }

    /// Locked until the transaction ends, so that changes of one item follow each other.
    public BacklogItem locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ItemNotFound::new);
    }

    /// Locked in the order of their ids, to avoid deadlocks.
    public List<BacklogItem> locked(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : named(ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
    }

    /// Detached from the session: changes of them are never written.
    public List<BacklogItem> readOnly(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : named(ids).withHint(HibernateHints.HINT_READ_ONLY, true).list();
    }

    private PanacheQuery<BacklogItem> named(Collection<UUID> ids) {
        return find("id in ?1 order by id", ids);
    }

    /// Finds the requested items that do not exist yet although their product does.
    ///
    /// @param products the product's id by the id of the requested item
    /// @return the product's key by the id of the missing item
    public Map<UUID, String> productKeysOfMissing(Map<UUID, UUID> products) {
        return database.query(
                OPEN,
                query ->
                        query.bind("items", SqlArray.uuids(products.keySet()))
                                .bind("products", SqlArray.uuids(products.values()))
                                .setMapKeyColumn("id")
                                .setMapValueColumn("key")
                                .collectInto(KEYS_BY_ID));
    }

    /// The next item number of the product. Drawn outside the transaction: it does not wait for
    /// other writers, and is lost when the transaction fails.
    public long nextNumber(UUID productId) {
        return nextNumbers(productId, 1).getFirst();
    }

    /// As [#nextNumber], several in ascending order.
    public List<Long> nextNumbers(UUID productId, int count) {
        return database.query(
                NEXT_NUMBERS,
                query ->
                        query.bind("product", productId)
                                .bind("count", count)
                                .map((row, _) -> row.getLong(1))
                                .list());
    }

    /// Inserts all in one statement; they share the time and the creator of the first.
    ///
    /// @return those that did not exist yet
    public List<BacklogItem> insert(List<BacklogItem> newItems) {
        var rows = new Json(newItems.stream().map(ItemState::of).toList());
        var inserted =
                database.query(
                        INSERT,
                        query ->
                                query.bind("items", rows)
                                        .bind("at", newItems.getFirst().createdAt())
                                        .bind("by", newItems.getFirst().createdBy())
                                        .mapTo(UUID.class)
                                        .set());
        return newItems.stream().filter(item -> inserted.contains(item.id())).toList();
    }
}
