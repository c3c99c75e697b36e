package dev.steward.backlog.scoring.explanation;

import dev.steward.backlog.item.ItemNotFound;
import dev.steward.backlog.scoring.ActiveModels;
import dev.steward.backlog.scoring.ScorableItems;
import dev.steward.backlog.scoring.StoredScore;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Explains a score by computing it again from the inputs of the day on which it was stored, so
/// that the explanation always agrees with the list.
@ApplicationScoped
class ScoreExplanation {

    private final ActiveModels models;
    private final ScorableItems items;

    ScoreExplanation(ActiveModels models, ScorableItems items) {
        this.models = models;
        this.items = items;
    }

    /// @return rounded when the exact values would reveal what a company is worth and the caller
    ///   may not know it
    ScoreView explain(Grant grant, UUID itemId) {
        var model = models.of(grant.productId());
        var item = items.asScored(grant.productId(), itemId).orElseThrow(ItemNotFound::new);
        var score = model.model().score(item.inputs());
        var view = ScoreView.exact(score, model, item.inputs().day());
        var isConfidential = StoredScore.of(score, item.inputs(), model.version()).telling();
        return isConfidential && !grant.mayRead(Right.CUSTOMER_VALUE) ? view.rounded() : view;
    }
}
