package dev.steward.backlog.order;

import dev.steward.platform.database.Database;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/// Repository of orders. A product whose order was never changed has no row yet.
@ApplicationScoped
public class ProductOrders implements PanacheRepositoryBase<ProductOrder, UUID> {

    private static final String INSERT =
            """
            insert into product_order (product_id, order_version, version) values (:product, 0, 0)
            on conflict do nothing
            """;

    private final Database database;

    ProductOrders(Database database) {
        this.database = database;
    }

    /// Locks the order until the transaction ends.
    ///
    /// @throws OrderBusy while a job applies another order
    public ProductOrder lock(UUID productId) {
        var order = locked(productId);
        order.checkNotBusy();
        return order;
    }

    /// Locks the order even while a job applies another one.
    public ProductOrder locked(UUID productId) {
        var known = findById(productId, LockModeType.PESSIMISTIC_WRITE);
        if (known != null) {
            return known;
        }
        database.update(INSERT, update -> update.bind("product", productId));
        return findById(productId, LockModeType.PESSIMISTIC_WRITE);
    }

    /// The version that clients see; 0 while nothing was moved.
    public long versionOf(UUID productId) {
        return find("select orderVersion from ProductOrder where productId = ?1", productId)
                .project(Long.class)
                .firstResultOptional()
                .orElse(0L);
    }
}
