package dev.steward.backlog.product;

import dev.steward.platform.messaging.store.Aggregate;
import dev.steward.platform.messaging.store.Changes;
import dev.steward.platform.messaging.store.DomainEvent;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The events of a membership.
sealed interface MembershipEvent extends DomainEvent {

    UUID membershipId();

    long version();

    @Override
    default Aggregate aggregate() {
        return new Aggregate("membership", membershipId(), version());
    }

    /// Events after which the membership exists.
    sealed interface Active extends MembershipEvent {
        @Override
        MembershipState state();

        @Override
        default UUID productId() {
            return state().productId();
        }

        @Override
        default UUID membershipId() {
            return state().id();
        }
    }

    record Granted(MembershipState state, long version, Changes changes) implements Active {}

    record Changed(MembershipState state, long version, Changes changes) implements Active {}

    record Revoked(UUID productId, UUID membershipId, long version, Changes changes)
            implements MembershipEvent {

        @Override
        public @Nullable Object state() {
            return null;
        }
    }
}
