package dev.steward.backlog.product;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.access.Role;
import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.messaging.Provenance;
import dev.steward.platform.web.IfMatch;
import dev.steward.platform.web.StaleVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Saying who is what in a product. The product's row is locked: its staff changes one at a time,
/// so that there is one owner before, after and in between.
@ApplicationScoped
class MembershipChanges {

    private final Products products;
    private final Memberships memberships;
    private final EventRecord events;
    private final Clock clock;

    MembershipChanges(Products products, Memberships memberships, EventRecord events, Clock clock) {
        this.products = products;
        this.memberships = memberships;
        this.events = events;
        this.clock = clock;
    }

    /// A person's place in a product.
    record MembershipKey(UUID productId, String subject) {}

    /// What the caller believes to be there.
    ///
    /// @param ifMatch needed where the person is a member
    /// @param onlyNew whether the person must be no member yet
    record Condition(@Nullable IfMatch ifMatch, boolean onlyNew) {

        private void check(Membership membership) {
            if (membership.isActive()) {
                if (onlyNew) {
                    throw StaleVersion.ofSomething(membership.version());
                }
                IfMatch.required(ifMatch).check(membership.version());
            } else if (ifMatch != null) {
                throw StaleVersion.ofNothing();
            }
        }
    }

    /// @param isNew whether the person was no member before
    record Assigned(Membership membership, boolean isNew) {}

    /// Makes somebody a member, or changes what a member is. Naming an owner hands the product
    /// over.
    @Transactional
    Assigned assign(MembershipKey post, Set<Role> roles, Condition condition, Provenance by) {
        products.locked(post.productId());
        var membership =
                memberships.findEver(post.productId(), post.subject()).orElseGet(() -> newMembership(post));
        var isNew = !membership.isActive();
        condition.check(membership);
        List<MembershipEvent> happened = new ArrayList<>();
        if (roles.contains(Role.OWNER) && !membership.isOwner()) {
            happened.add(handOverFromOwner(post.productId()));
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

    /// The membership ends; it keeps its row and version.
    @Transactional
    void remove(MembershipKey post, IfMatch ifMatch, Provenance by) {
        products.locked(post.productId());
        var membership = memberships.active(post.productId(), post.subject());
        ifMatch.check(membership.version());
        events.append(by, membership.revoke());
    }

    private MembershipEvent handOverFromOwner(UUID productId) {
        var event = memberships.ownerOf(productId).handOver();
        // Written before the new owner is: the database refuses two at any moment.
        memberships.flush();
        return event;
    }

    private Membership newMembership(MembershipKey post) {
        return new Membership(
                UuidCreator.getTimeOrderedEpoch(),
                post.productId(),
                post.subject(),
                clock.instant());
    }
}
