package dev.steward.backlog.product;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All memberships, revoked ones included.
@ApplicationScoped
class Memberships implements PanacheRepositoryBase<Membership, UUID> {

    private static final String OWNER_OF =
            "select * from membership where product_id = :product and roles @> '{OWNER}' and not deleted";

    /// Also a revoked one.
    Optional<Membership> findEver(UUID productId, String subject) {
        return find("productId = ?1 and subject = ?2", productId, subject).firstResultOptional();
    }

    Membership active(UUID productId, String subject) {
        return findEver(productId, subject)
                .filter(Membership::isActive)
                .orElseThrow(MemberNotFound::new);
    }

    Membership ownerOf(UUID productId) {
        return getEntityManager()
                .unwrap(org.hibernate.Session.class)
                .createNativeQuery(OWNER_OF, Membership.class)
                .setParameter("product", productId)
                .getSingleResult();
    }

    /// By subject.
    ///
    /// @param after empty for the start
    List<Membership> page(UUID productId, String after, int limit) {
        return find(
                        "productId = ?1 and not deleted and subject > ?2 order by subject",
                        productId,
                        after)
                .range(0, limit - 1)
                .list();
    }
}
