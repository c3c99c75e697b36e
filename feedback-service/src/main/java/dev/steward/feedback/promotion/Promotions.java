package dev.steward.feedback.promotion;

import dev.steward.platform.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Reads and writes which items entries were promoted to.
@ApplicationScoped
class Promotions {

    private static final String INSERT_IF_ABSENT =
            "insert into promotion (feedback_id, item_id) values (:feedback, :item)"
                    + " on conflict (feedback_id) do nothing";
    private static final String ITEM_OF =
            "select item_id from promotion where feedback_id = :feedback";

    private final Database database;

    Promotions(Database database) {
        this.database = database;
    }

    /// Waits for a concurrent promotion of the same entry.
    ///
    /// @return whether it was not promoted before
    boolean insertIfAbsent(UUID feedbackId, UUID itemId) {
        var inserted =
                database.update(
                        INSERT_IF_ABSENT,
                        update -> update.bind("feedback", feedbackId).bind("item", itemId));
        return inserted == 1;
    }

    /// The item of a promoted entry.
    UUID itemOf(UUID feedbackId) {
        return database.query(
                ITEM_OF, query -> query.bind("feedback", feedbackId).mapTo(UUID.class).one());
    }
}
