package dev.steward.backlog.vision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/// The visions of all products. A product whose vision nobody has written has no row yet.
@ApplicationScoped
class Visions implements PanacheRepositoryBase<Vision, UUID> {

    /// The vision, and with it the right to change it until the transaction ends.
    Vision locked(UUID productId) {
        getEntityManager()
                .createNativeQuery(
                        "insert into vision (product_id, version) values (:product, 0) on conflict do nothing")
                .setParameter("product", productId)
                .executeUpdate();
        return findById(productId, LockModeType.PESSIMISTIC_WRITE);
    }
}
