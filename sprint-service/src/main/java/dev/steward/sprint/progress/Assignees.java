package dev.steward.sprint.progress;

import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Checks who can be assigned work: the members of the product that are known here.
@ApplicationScoped
class Assignees {

    private static final String MEMBER =
            "select count(*) from membership where product_id = ?1 and subject = ?2 and not deleted";

    private final EntityManager database;

    Assignees(EntityManager database) {
        this.database = database;
    }

    /// @param subject null when nobody is assigned
    /// @throws Invalid when the subject is not a member
    void requireMember(@Nullable String subject, UUID product) {
        if (subject != null && !isMember(subject, product)) {
            throw new Invalid(
                    FieldError.at(
                            "/assignee",
                            "not-a-member",
                            subject + " is not a member of the product."));
        }
    }

    private boolean isMember(String subject, UUID product) {
        var found =
                (Long)
                        database.createNativeQuery(MEMBER, Long.class)
                                .setParameter(1, product)
                                .setParameter(2, subject)
                                .getSingleResult();
        return found > 0;
    }
}
