package dev.steward.platform.access;

import dev.steward.platform.messaging.store.EventContext;
import java.util.Set;
import java.util.UUID;

/// What the caller is in one product that it may see.
///
/// @param by the provenance of whatever the caller changes
public record Grant(UUID productId, String productKey, Set<Role> roles, EventContext by) {

    public boolean may(Right right) {
        return right.of(roles).compareTo(Level.WRITE) >= 0;
    }

    public boolean mayRead(Right right) {
        return right.of(roles).compareTo(Level.READ) >= 0;
    }

    /// Only what is the caller's own.
    public boolean mayReadOwn(Right right) {
        return right.of(roles).compareTo(Level.OWN) >= 0;
    }

    /// @throws MissingRight when none of the roles may do it
    /// @throws ProposalsNotAvailable when they may propose it only
    public Grant require(Right right) {
        if (right.of(roles) == Level.PROPOSE) {
            throw new ProposalsNotAvailable(right);
        }
        if (!may(right)) {
            throw new MissingRight(right);
        }
        return this;
    }

    public Grant requireRead(Right right) {
        if (!mayRead(right)) {
            throw new MissingRight(right);
        }
        return this;
    }

    public Grant requireReadOwn(Right right) {
        if (!mayReadOwn(right)) {
            throw new MissingRight(right);
        }
        return this;
    }
}
