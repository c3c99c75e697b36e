package dev.steward.backlog.product;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Repository of memberships, revoked ones included.
@ApplicationScoped
class Memberships implements PanacheRepositoryBase<Membership, UUID> {

    /// Also revoked ones.
    Optional<Membership> findIncludingRevoked(UUID productId, String subject) {
        return find("productId = ?1 and subject = ?2", productId, subject).firstResultOptional();
    }

    Membership active(UUID productId, String subject) {
        return findIncludingRevoked(productId, subject)
                .filter(Membership::isActive)
                .orElseThrow(MemberNotFound::new);
    }

    Membership ownerOf(UUID productId) {
        return find("productId = ?1 and not deleted and array_contains(roles, 'OWNER')", productId)
                .singleResult();
    }

    /// By subject.
    ///
    /// @param after last subject of the page before; empty for the first page
    List<Membership> page(UUID productId, String after, int limit) {
        return find(
                        "productId = ?1 and not deleted and subject > ?2 order by subject",
                        productId,
                        after)
                .range(0, limit - 1)
                .list();
    }
}
