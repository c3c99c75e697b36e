package dev.steward.feedback.promotion;

import dev.steward.feedback.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Reads and writes which items entries were promoted to.
@ApplicationScoped
class Promotions {

    private static final String INSERT_IF_ABSENT =
            "insert into promotion (feedback_id, item_id) values (?, ?) on conflict (feedback_id) do nothing returning item_id";
    private static final String ITEM_OF = "select item_id from promotion where feedback_id = ?";

    private final Statements statements;

    Promotions(Statements statements) {
        this.statements = statements;
    }

    /// Waits for a concurrent promotion of the same entry.
    ///
    /// @return whether it was not promoted before
    boolean insertIfAbsent(UUID feedbackId, UUID itemId) {
        return statements
                .first(INSERT_IF_ABSENT, row -> row.id("item_id"), feedbackId, itemId)
                .isPresent();
    }

    /// The item of a promoted entry.
    UUID itemOf(UUID feedbackId) {
        return statements.first(ITEM_OF, row -> row.id("item_id"), feedbackId).orElseThrow();
    }
}
