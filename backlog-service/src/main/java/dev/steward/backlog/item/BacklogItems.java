package dev.steward.backlog.item;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;

/// All items, for those who change them.
@ApplicationScoped
public class BacklogItems implements PanacheRepositoryBase<BacklogItem, UUID> {

    /// Locked until the transaction ends, so that one change follows the other.
    BacklogItem locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(ItemNotFound::new);
    }

    /// Higher than all before it, at once and for good: neither waits for other writers nor comes
    /// back when the transaction fails.
    long nextNumber(UUID productId) {
        return getEntityManager()
                .unwrap(org.hibernate.Session.class)
                .createNativeQuery("select next_item_number(:product)", Long.class)
                .setParameter("product", productId)
                .getSingleResult();
    }
}
