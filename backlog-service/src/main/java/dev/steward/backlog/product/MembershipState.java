package dev.steward.backlog.product;

import dev.steward.platform.access.Role;
import java.util.Set;
import java.util.UUID;

/// The state of a membership in its events: a subject, never a name.
record MembershipState(UUID id, UUID productId, String subject, Set<Role> roles) {

    static MembershipState of(Membership membership) {
        return new MembershipState(
                membership.id(), membership.productId(), membership.subject(), membership.roles());
    }
}
