package dev.steward.backlog.order.pin;

import dev.steward.platform.web.problem.NotFound;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/// Repository of pins.
@ApplicationScoped
class Pins implements PanacheRepositoryBase<Pin, UUID> {

    /// Locked until the transaction ends.
    Pin locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(PinNotFound::new);
    }

    Optional<Pin> ofItem(UUID item) {
        return find("itemId", item).firstResultOptional();
    }

    long countOf(UUID productId) {
        return count("productId", productId);
    }

    /// No such pin in this product.
    static final class PinNotFound extends NotFound {

        PinNotFound() {
            super("not-found", "There is no such pin.");
        }
    }
}
