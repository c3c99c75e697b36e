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

    record Changed(ItemDemand now, Demand before) implements DemandEvent {

        private record State(
                UUID itemId,
                BigDecimal companies,
                BigDecimal individuals,
                BigDecimal individualsCap,
                int halfLife,
                LocalDate asOf,
                int companyCount,
                int personCount) {}

        @Override
        public UUID productId() {
            return now.productId();
        }

        @Override
        public Aggregate aggregate() {
            return new Aggregate("demand", now.itemId(), now.version());
        }

        @Override
        public String happened() {
            return "changed";
        }

        @Override
        public Changes changes() {
            var after = now.demand();
            return Changes.of("companies", before.companies(), after.companies())
                    .and("individuals", before.individuals(), after.individuals())
                    .and("companyCount", before.companyCount(), after.companyCount())
                    .and("personCount", before.personCount(), after.personCount());
        }

        @Override
        public Object state() {
            var demand = now.demand();
            return new State(
                    now.itemId(),
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
