package dev.steward.backlog.item;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

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

    private static final String NAMED =
            "select * from item where id in (select unnest(cast(:ids as uuid[]))) order by id";

    private static final String OPEN =
            """
            select a.id as id, p.key as key
            from unnest(cast(:items as uuid[]), cast(:products as uuid[])) as a (id, product_id)
            join product p on p.id = a.product_id and not p.deleted
            where not exists (select from item i where i.id = a.id)
            """;

    private final ObjectMapper json;

    BacklogItems(ObjectMapper json) {
        this.json = json;
    }

    /// Locked until the transaction ends, so that changes of one item follow each other.
    public BacklogItem locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ItemNotFound::new);
    }

    /// Locked in the order of their ids, to avoid deadlocks.
    public List<BacklogItem> locked(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : named(NAMED + " for no key update", ids).list();
    }

    /// Detached from the session: changes of them are never written.
    public List<BacklogItem> readOnly(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : named(NAMED, ids).setReadOnly(true).list();
    }

    private NativeQuery<BacklogItem> named(String sql, Collection<UUID> ids) {
        return session()
                .createNativeQuery(sql, BacklogItem.class)
                .setParameter("ids", array(ids.stream()));
    }

    /// Finds the requested items that do not exist yet although their product does.
    ///
    /// @param products the product's id by the id of the requested item
    /// @return the product's key by the id of the missing item
    public Map<UUID, String> productKeysOfMissing(Map<UUID, UUID> products) {
        return session()
                .createNativeQuery(OPEN, Tuple.class)
                .setParameter("items", array(products.keySet().stream()))
                .setParameter("products", array(products.values().stream()))
                .getResultList()
                .stream()
                .collect(
                        Collectors.toMap(
                                row -> row.get("id", UUID.class),
                                row -> row.get("key", String.class)));
    }

    /// The next item number of the product. Drawn outside the transaction: it does not wait for
    /// other writers, and is lost when the transaction fails.
    public long nextNumber(UUID productId) {
        return session()
                .createNativeQuery("select next_item_number(:product)", Long.class)
                .setParameter("product", productId)
                .getSingleResult();
    }

    /// As [#nextNumber], several in ascending order.
    public List<Long> nextNumbers(UUID productId, int count) {
        return session()
                .createNativeQuery(NEXT_NUMBERS, Long.class)
                .setParameter("product", productId)
                .setParameter("count", count)
                .getResultList();
    }

    /// Inserts all in one statement; they share the time and the creator of the first.
    ///
    /// @return those that did not exist yet
    public List<BacklogItem> insert(List<BacklogItem> newItems) {
        var inserted =
                new HashSet<>(
                        session()
                                .createNativeQuery(INSERT, UUID.class)
                                .setParameter("items", rows(newItems))
                                .setParameter("at", newItems.getFirst().createdAt())
                                .setParameter("by", newItems.getFirst().createdBy())
                                .getResultList());
        return newItems.stream().filter(item -> inserted.contains(item.id())).toList();
    }

    private String rows(List<BacklogItem> newItems) {
        try {
            return json.writeValueAsString(newItems.stream().map(ItemState::of).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("items cannot be written as JSON", e);
        }
    }

    private static String array(Stream<UUID> ids) {
        return ids.map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }
}
