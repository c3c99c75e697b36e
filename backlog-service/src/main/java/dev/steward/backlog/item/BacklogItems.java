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
}
