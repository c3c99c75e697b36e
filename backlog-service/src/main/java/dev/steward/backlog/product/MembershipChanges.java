package dev.steward.backlog.product;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.access.Role;
import dev.steward.platform.messaging.store.EventContext;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import dev.steward.platform.web.problem.StaleVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Adding members, changing their roles and removing them. The product's row is locked, so that
/// there is exactly one owner at any time.
@ApplicationScoped
class MembershipChanges {

    private final Products products;
    private final Memberships memberships;
    private final EventStore events;
    private final Clock clock;

    MembershipChanges(Products products, Memberships memberships, EventStore events, Clock clock) {
        this.products = products;
        this.memberships = memberships;
        this.events = events;
        this.clock = clock;
    }

    /// Identifies a membership.
    record MembershipKey(UUID productId, String subject) {}

    /// The state that the caller expects.
    ///
    /// @param ifMatch required when the person is a member
    /// @param onlyNew whether the person must not be a member yet
    record Condition(@Nullable IfMatch ifMatch, boolean onlyNew) {

        private void check(Membership membership) {
            if (membership.isActive()) {
                if (onlyNew) {
                    throw StaleVersion.ofExisting(membership.version());
                }
                IfMatch.required(ifMatch).check(membership.version());
            } else if (ifMatch != null) {
                throw StaleVersion.ofMissing();
            }
        }
    }

    /// @param isNew whether the person was not a member before
    record Assigned(Membership membership, boolean isNew) {}

    /// Adds a member or replaces the roles of one. Naming another owner hands the product over.
    @Transactional
    Assigned assign(MembershipKey key, Set<Role> roles, Condition condition, EventContext by) {
        products.locked(key.productId());
        var membership =
                memberships
                        .findIncludingRevoked(key.productId(), key.subject())
                        .orElseGet(() -> newMembership(key));
        var isNew = !membership.isActive();
        condition.check(membership);
        List<MembershipEvent> happened = new ArrayList<>();
        if (roles.contains(Role.OWNER) && !membership.isOwner()) {
            happened.add(handOverFromOwner(key.productId()));
        }
        if (isNew) {
            happened.add(membership.grant(roles, clock.instant()));
            memberships.persist(membership);
        } else {
            membership.update(roles).ifPresent(happened::add);
        }
        events.append(by, happened);
        return new Assigned(membership, isNew);
    }

    /// Ends a membership; its row and version are kept.
    @Transactional
    void remove(MembershipKey key, IfMatch ifMatch, EventContext by) {
        products.locked(key.productId());
        var membership = memberships.active(key.productId(), key.subject());
        ifMatch.check(membership.version());
        events.append(by, membership.revoke());
    }

    private MembershipEvent handOverFromOwner(UUID productId) {
        var event = memberships.ownerOf(productId).handOver();
        // Written before the new owner: the database refuses two owners at any moment.
        memberships.flush();
        return event;
    }

    private Membership newMembership(MembershipKey key) {
        return new Membership(
                UuidCreator.getTimeOrderedEpoch(), key.productId(), key.subject(), clock.instant());
    }
}
