package dev.steward.feedback.demand;

import dev.steward.platform.messaging.store.Changes;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import java.util.UUID;

/// The stored demand for an item. Its row is locked while its votes change.
@Entity
@Table(name = "demand")
class ItemDemand {

    @Id private UUID itemId;

    private UUID productId;
    @Embedded private Demand demand;
    private long version;

    protected ItemDemand() {}

    /// Of an item for which nothing is stored.
    ItemDemand(UUID itemId, UUID productId, Demand none) {
        this.itemId = itemId;
        this.productId = productId;
        this.demand = none;
    }

    /// @return empty when only time has passed
    Optional<DemandEvent> update(Demand now) {
        if (now.isSameApartFromAge(demand)) {
            return Optional.empty();
        }
        var changes =
                Changes.of("companies", demand.companies(), now.companies())
                        .and("individuals", demand.individuals(), now.individuals())
                        .and("companyCount", demand.companyCount(), now.companyCount())
                        .and("personCount", demand.personCount(), now.personCount());
        demand = now;
        version++;
        return Optional.of(
                new DemandEvent.Changed(
                        productId, version, changes, DemandEvent.State.of(itemId, demand)));
    }

    UUID itemId() {
        return itemId;
    }

    Demand demand() {
        return demand;
    }

    /// 0 until the first event.
    long version() {
        return version;
    }
}
