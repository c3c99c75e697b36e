package dev.steward.sprint.team;

import dev.steward.platform.database.Database;
import dev.steward.platform.database.SqlArray;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/// Reads who has a role in a product, as known from the events of backlog-service.
@ApplicationScoped
class ProductMembers {

    private static final String MEMBERS =
            "select subject from membership where product_id = :product and subject = any (:subjects) and not deleted";

    private final Database database;

    ProductMembers(Database database) {
        this.database = database;
    }

    Set<String> findMembers(Collection<String> subjects, UUID productId) {
        return subjects.isEmpty()
                ? Set.of()
                : database.query(
                        MEMBERS,
                        query ->
                                query.bind("product", productId)
                                        .bind("subjects", SqlArray.texts(subjects))
                                        .mapTo(String.class)
                                        .set());
    }
}
