package dev.steward.backlog.vision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/// Repository of visions. A product without a vision has no row yet.
@ApplicationScoped
class Visions implements PanacheRepositoryBase<Vision, UUID> {

    /// Locks the vision until the transaction ends.
    Vision locked(UUID productId) {
        getEntityManager()
                .createNativeQuery(
                        "insert into vision (product_id, version) values (:product, 0) on conflict"
                                + " do nothing")
                .setParameter("product", productId)
                .executeUpdate();
        return findById(productId, LockModeType.PESSIMISTIC_WRITE);
    }
}
