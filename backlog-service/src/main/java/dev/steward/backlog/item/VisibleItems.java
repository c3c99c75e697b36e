package dev.steward.backlog.item;

import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.UUID;

/// Items by id or key, for features that add to an item without changing it.
@ApplicationScoped
public class VisibleItems {

    private static final String BY_ID =
            "select i.id, i.productId from BacklogItem i where i.id = ?1";
    private static final String BY_KEY =
            "select i.id, i.productId from BacklogItem i where i.key = ?1";

    private final EntityManager database;
    private final Access access;

    VisibleItems(EntityManager database, Access access) {
        this.database = database;
        this.access = access;
    }

    /// @param grant what the caller is in the item's product
    public record VisibleItem(UUID id, Grant grant) {}

    /// @param name id or key
    /// @throws ItemNotFound also where the caller has no role in its product
    public VisibleItem find(String name) {
        var row =
                switch (ItemIdOrKey.of(name)) {
                    case ItemIdOrKey.ById(UUID id) -> find(BY_ID, id);
                    case ItemIdOrKey.ByKey(String key) -> find(BY_KEY, key);
                };
        return new VisibleItem(
                row.get(0, UUID.class), access.to(row.get(1, UUID.class), ItemNotFound::new));
    }

    /// A list, not a stream: an open stream would hold its connection while the request waits for
    /// another one, and a pool of such requests waits for itself.
    private Tuple find(String query, Object value) {
        return database
                .createQuery(query, Tuple.class)
                .setParameter(1, value)
                .getResultList()
                .stream()
                .findFirst()
                .orElseThrow(ItemNotFound::new);
    }
}
