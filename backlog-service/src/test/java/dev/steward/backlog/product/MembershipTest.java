package dev.steward.backlog.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.steward.platform.access.Role;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MembershipTest {

    private static final Instant AT = Instant.parse("2026-01-15T09:30:00Z");

    private final Membership owner = granted(Role.OWNER);
    private final Membership developer = granted(Role.DEVELOPER);

    @Test
    void theOwnerCannotJustStopBeingIt() {
        assertThatThrownBy(() -> owner.update(Set.of(Role.MANAGER)))
                .isInstanceOf(ProductNeedsItsOwner.class);
    }

    @Test
    void theOwnerCannotLeave() {
        assertThatThrownBy(owner::revoke).isInstanceOf(ProductNeedsItsOwner.class);
    }

    @Test
    void theOwnerMayBeADeveloperToo() {
        assertThat(owner.update(Set.of(Role.OWNER, Role.DEVELOPER))).isPresent();
    }

    @Test
    void whoHandsOverStaysAsManager() {
        assertThat(owner.handOver().changes().fields()).containsKey("roles");
        assertThat(owner.roles()).containsExactly(Role.MANAGER);
    }

    @Test
    void theSameRolesAreNoEvent() {
        assertThat(developer.update(Set.of(Role.DEVELOPER))).isEmpty();
    }

    @Test
    void revokedAndGrantedAgainItGoesOnCounting() {
        assertThat(developer.revoke().state()).isNull();
        assertThat(developer.grant(Set.of(Role.STAKEHOLDER), AT).version()).isEqualTo(3);
    }

    private static Membership granted(Role role) {
        var membership = new Membership(UUID.randomUUID(), UUID.randomUUID(), "dana", AT);
        assertThat(membership.grant(Set.of(role), AT).version()).isEqualTo(1);
        return membership;
    }
}
