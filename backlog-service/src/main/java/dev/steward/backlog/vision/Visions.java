package dev.steward.backlog.vision;

import dev.steward.platform.database.Database;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/// Repository of visions. A product without a vision has no row yet.
@ApplicationScoped
class Visions implements PanacheRepositoryBase<Vision, UUID> {

    private static final String INSERT =
            "insert into vision (product_id, version) values (:product, 0) on conflict do nothing";

    private final Database database;

    Visions(Database database) {
        this.database = database;
    }

    /// Locks the vision until the transaction ends.
    Vision locked(UUID productId) {
        database.update(INSERT, update -> update.bind("product", productId));
        return findById(productId, LockModeType.PESSIMISTIC_WRITE);
    }
}
