package dev.steward.feedback.promotion;

import dev.steward.platform.database.Database;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Which items entries were promoted to.
@ApplicationScoped
class Promotions implements PanacheRepositoryBase<Promotion, UUID> {

    private static final String INSERT_IF_ABSENT =
            "insert into promotion (feedback_id, item_id) values (:feedback, :item)"
                    + " on conflict (feedback_id) do nothing";

    private final Database database;

    Promotions(Database database) {
        this.database = database;
    }

    /// Waits for a concurrent promotion of the same entry.
    ///
    /// @return whether the entry was not promoted before
    boolean insertIfAbsent(Promotion promotion) {
        var inserted =
                database.update(
                        INSERT_IF_ABSENT,
                        update ->
                                update.bind("feedback", promotion.feedbackId())
                                        .bind("item", promotion.itemId()));
        return inserted == 1;
    }
}
