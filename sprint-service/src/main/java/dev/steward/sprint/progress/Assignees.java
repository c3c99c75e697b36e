package dev.steward.sprint.progress;

import dev.steward.platform.database.Database;
import dev.steward.platform.web.problem.FieldError;
import dev.steward.platform.web.problem.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Checks who can be assigned work: the members of the product that are known here.
@ApplicationScoped
class Assignees {

    private static final String MEMBER =
            "select exists (select from membership where product_id = :product and subject = :subject and not deleted)";

    private final Database database;

    Assignees(Database database) {
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
        return database.query(
                MEMBER,
                query ->
                        query.bind("product", product)
                                .bind("subject", subject)
                                .mapTo(Boolean.class)
                                .one());
    }
}
