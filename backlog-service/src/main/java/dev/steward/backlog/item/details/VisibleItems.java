package dev.steward.backlog.item.details;

import dev.steward.backlog.item.ItemNotFound;
import dev.steward.platform.access.Access;
import dev.steward.platform.access.Grant;
import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Finds items by id or key that the caller may see, for features that only read the item itself.
@ApplicationScoped
public class VisibleItems {

    private static final String BY_ID = "select id, product_id from item where id = :name";
    private static final String BY_KEY = "select id, product_id from item where key = :name";

    private final Database database;
    private final Access access;

    VisibleItems(Database database, Access access) {
        this.database = database;
        this.access = access;
    }

    /// @param grant the caller's rights in the item's product
    public record VisibleItem(UUID id, Grant grant) {}

    private record ItemOfProduct(UUID id, UUID productId) {}

    /// @param name id or key
    /// @throws ItemNotFound also when the caller is no member of its product
    public VisibleItem find(String name) {
        var item =
                switch (ItemIdOrKey.of(name)) {
                    case ItemIdOrKey.ById(UUID id) -> find(BY_ID, id);
                    case ItemIdOrKey.ByKey(String key) -> find(BY_KEY, key);
                };
        return new VisibleItem(item.id(), access.to(item.productId(), ItemNotFound::new));
    }

    private ItemOfProduct find(String sql, Object name) {
        return database.query(
                sql,
                query ->
                        query.bind("name", name)
                                .map(row ->
                                        new ItemOfProduct(
                                                row.getColumn("id", UUID.class),
                                                row.getColumn("product_id", UUID.class)))
                                .findOne()
                                .orElseThrow(ItemNotFound::new));
    }
}
