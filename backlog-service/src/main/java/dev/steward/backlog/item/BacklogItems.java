package dev.steward.backlog.item;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/// All items, for those who change them.
@ApplicationScoped
public class BacklogItems implements PanacheRepositoryBase<BacklogItem, UUID> {

    private static final String NEXT_NUMBERS =
            "select next_item_number(:product) from generate_series(1, :count)";

    private static final String INSERT =
            """
            insert into item (id, product_id, number, key, type, title, description, acceptance_criteria, labels,
                estimate, value, time_criticality, risk_reduction, reach, impact, confidence, status, version,
                created_at, created_by)
            select id, "productId", number, key, type, title, description, "acceptanceCriteria", labels, estimate,
                value, "timeCriticality", "riskReduction", reach, impact, confidence, status, 1, :at, :by
            from jsonb_to_recordset(cast(:items as jsonb)) as r (id uuid, "productId" uuid, number bigint, key text,
                type text, title text, description text, "acceptanceCriteria" jsonb, labels text[], estimate numeric,
                value numeric, "timeCriticality" numeric, "riskReduction" numeric, reach numeric, impact numeric,
                confidence numeric, status text)
            """;

    private static final String NAMED =
            "select * from item where id in (select unnest(cast(:ids as uuid[]))) order by id";

    private final ObjectMapper json;

    BacklogItems(ObjectMapper json) {
        this.json = json;
    }

    /// Locked until the transaction ends, so that one change follows the other.
    BacklogItem locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ItemNotFound::new);
    }

    /// In the order of their ids, so that nobody waits crosswise.
    List<BacklogItem> locked(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : named(NAMED + " for no key update", ids).list();
    }

    /// To try something on them: what becomes of them is not written.
    List<BacklogItem> toTryOn(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : named(NAMED, ids).setReadOnly(true).list();
    }

    private NativeQuery<BacklogItem> named(String sql, Collection<UUID> ids) {
        return session()
                .createNativeQuery(sql, BacklogItem.class)
                .setParameter(
                        "ids",
                        ids.stream()
                                .map(UUID::toString)
                                .collect(Collectors.joining(",", "{", "}")));
    }

    /// Higher than all before it, at once and for good: neither waits for other writers nor comes
    /// back when the transaction fails.
    long nextNumber(UUID productId) {
        return session()
                .createNativeQuery("select next_item_number(:product)", Long.class)
                .setParameter("product", productId)
                .getSingleResult();
    }

    /// As [#nextNumber], rising.
    List<Long> nextNumbers(UUID productId, int count) {
        return session()
                .createNativeQuery(NEXT_NUMBERS, Long.class)
                .setParameter("product", productId)
                .setParameter("count", count)
                .getResultList();
    }

    /// All in one statement, made at one moment by one person.
    void insert(List<BacklogItem> born) {
        session()
                .createNativeQuery(INSERT)
                .setParameter("items", rows(born))
                .setParameter("at", born.getFirst().createdAt())
                .setParameter("by", born.getFirst().createdBy())
                .executeUpdate();
    }

    private String rows(List<BacklogItem> born) {
        try {
            return json.writeValueAsString(born.stream().map(ItemState::of).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("items that cannot be written", e);
        }
    }

    private Session session() {
        return getEntityManager().unwrap(Session.class);
    }
}
