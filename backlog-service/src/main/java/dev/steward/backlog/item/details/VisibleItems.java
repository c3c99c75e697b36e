package dev.steward.backlog.item.details;

import dev.steward.backlog.item.ItemNotFound;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.UUID;

/// Finds items by id or key that the caller may see, for features that only read the item itself.
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

    /// @param grant the caller's rights in the item's product
    public record VisibleItem(UUID id, Grant grant) {}

    /// @param name id or key
    /// @throws ItemNotFound also when the caller is no member of its product
    public VisibleItem find(String name) {
        var row =
                switch (ItemIdOrKey.of(name)) {
                    case ItemIdOrKey.ById(UUID id) -> find(BY_ID, id);
                    case ItemIdOrKey.ByKey(String key) -> find(BY_KEY, key);
                };
        return new VisibleItem(
                row.get(0, UUID.class), access.to(row.get(1, UUID.class), ItemNotFound::new));
    }

    /// A list, not a stream: an open stream would keep its connection while the request waits for
    /// another one, and requests that exhaust the pool would wait for each other.
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
