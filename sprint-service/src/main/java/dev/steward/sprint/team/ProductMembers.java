package dev.steward.sprint.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// Reads who has a role in a product, as known from the events of backlog-service.
@ApplicationScoped
class ProductMembers {

    private static final String MEMBERS =
            "select subject from membership where product_id = ?1 and subject in (?2) and not deleted";

    private final EntityManager database;

    ProductMembers(EntityManager database) {
        this.database = database;
    }

    Set<String> findMembers(Collection<String> subjects, UUID productId) {
        return subjects.isEmpty()
                ? Set.of()
                : new HashSet<>(
                        database.createNativeQuery(MEMBERS, String.class)
                                .setParameter(1, productId)
                                .setParameter(2, subjects)
                                .getResultList());
    }
}
