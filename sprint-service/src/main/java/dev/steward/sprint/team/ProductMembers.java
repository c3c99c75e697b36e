package dev.steward.sprint.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// Who has a role in a product, as far as backlog-service's events have arrived.
@ApplicationScoped
class ProductMembers {

    private static final String AMONG =
            "select subject from membership where product_id = ?1 and subject in (?2) and not deleted";

    private final EntityManager database;

    ProductMembers(EntityManager database) {
        this.database = database;
    }

    Set<String> among(Collection<String> subjects, UUID productId) {
        return subjects.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        database.createNativeQuery(AMONG, String.class)
                                .setParameter(1, productId)
                                .setParameter(2, subjects)
                                .getResultList());
    }
}
