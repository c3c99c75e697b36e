package dev.steward.feedback.demand;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/// Events of an item's demand. Ageing is no event: the demand of a later day follows from the
/// state.
sealed interface DemandEvent extends DomainEvent {

    record Changed(UUID productId, long version, Changes changes, State state)
            implements DemandEvent {

        @Override
        public Aggregate aggregate() {
            return new Aggregate("demand", state.itemId(), version);
        }
    }

    record State(
            UUID itemId,
            BigDecimal companies,
            BigDecimal individuals,
            BigDecimal individualsCap,
            int halfLife,
            LocalDate asOf,
            int companyCount,
            int personCount) {

        static State of(UUID itemId, Demand demand) {
            return new State(
                    itemId,
                    demand.companies(),
                    demand.individuals(),
                    demand.individualsCap(),
                    demand.halfLife(),
                    demand.asOf(),
                    demand.companyCount(),
                    demand.personCount());
        }
    }
}
