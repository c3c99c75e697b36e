package dev.steward.backlog.product;

import dev.steward.platform.access.Role;
import dev.steward.platform.messaging.Changes;
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

/// What a person is in a product. Kept for ever per product and person: revoked and granted again,
/// it goes on from its version.
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

    /// Not a membership yet: [#grant] makes it one.
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
        var changes = become(to);
        return new MembershipEvent.Granted(MembershipState.of(this), version, changes);
    }

    Optional<MembershipEvent> update(Set<Role> to) {
        if (isOwner() && !to.contains(Role.OWNER)) {
            throw new ProductNeedsItsOwner();
        }
        return roles().equals(to) ? Optional.empty() : Optional.of(changed(become(to)));
    }

    /// The owner makes room for another one and stays as a manager.
    MembershipEvent handOver() {
        var left = EnumSet.copyOf(roles());
        left.remove(Role.OWNER);
        left.add(Role.MANAGER);
        return changed(become(left));
    }

    MembershipEvent revoke() {
        if (isOwner()) {
            throw new ProductNeedsItsOwner();
        }
        deleted = true;
        var changes = become(Set.of());
        return new MembershipEvent.Revoked(productId, id, version, changes);
    }

    private MembershipEvent changed(Changes changes) {
        return new MembershipEvent.Changed(MembershipState.of(this), version, changes);
    }

    private Changes become(Collection<Role> to) {
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
