package dev.steward.backlog.product;

import dev.steward.platform.access.Role;
import dev.steward.platform.messaging.store.Changes;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// The roles of a person in a product. Kept for ever: when it is revoked and granted again, its
/// version continues.
@Entity
@Table(name = "membership")
class Membership {

    @Id private UUID id;

    @Column(name = "product_id")
    private UUID productId;

    private String subject;

    @Column(columnDefinition = "text[]")
    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> roles;

    private long version;
    private boolean deleted;

    @Column(name = "granted_at")
    private Instant grantedAt;

    protected Membership() {}

    /// Not granted yet: [#grant] does that.
    Membership(UUID id, UUID productId, String subject, Instant at) {
        this.id = id;
        this.productId = productId;
        this.subject = subject;
        this.roles = List.of();
        this.deleted = true;
        this.grantedAt = at;
    }

    MembershipEvent grant(Set<Role> to, Instant at) {
        deleted = false;
        grantedAt = at;
        var changes = changeRoles(to);
        return new MembershipEvent.Granted(MembershipState.of(this), version, changes);
    }

    Optional<MembershipEvent> update(Set<Role> to) {
        if (isOwner() && !to.contains(Role.OWNER)) {
            throw new ProductNeedsItsOwner();
        }
        return roles().equals(to) ? Optional.empty() : Optional.of(changed(changeRoles(to)));
    }

    /// The owner becomes a manager, because another owner is named.
    MembershipEvent handOver() {
        var left = EnumSet.copyOf(roles());
        left.remove(Role.OWNER);
        left.add(Role.MANAGER);
        return changed(changeRoles(left));
    }

    MembershipEvent revoke() {
        if (isOwner()) {
            throw new ProductNeedsItsOwner();
        }
        deleted = true;
        var changes = changeRoles(Set.of());
        return new MembershipEvent.Revoked(productId, id, version, changes);
    }

    private MembershipEvent changed(Changes changes) {
        return new MembershipEvent.Changed(MembershipState.of(this), version, changes);
    }

    private Changes changeRoles(Collection<Role> to) {
        var names = to.stream().sorted().map(Role::name).toList();
        var changes = Changes.of("roles", roles, names);
        roles = names;
        version++;
        return changes;
    }

    UUID id() {
        return id;
    }

    UUID productId() {
        return productId;
    }

    String subject() {
        return subject;
    }

    Set<Role> roles() {
        var set = EnumSet.noneOf(Role.class);
        roles.stream().map(Role::valueOf).forEach(set::add);
        return set;
    }

    boolean isOwner() {
        return roles().contains(Role.OWNER);
    }

    boolean isActive() {
        return !deleted;
    }

    long version() {
        return version;
    }

    Instant grantedAt() {
        return grantedAt;
    }
}
