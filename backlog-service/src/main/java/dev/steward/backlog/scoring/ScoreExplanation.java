package dev.steward.backlog.scoring;

import dev.steward.backlog.item.ItemNotFound;
import dev.steward.platform.access.Grant;
import dev.steward.platform.access.Right;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Says why a score is what it is: the same formula over the same inputs, of the day on which it
/// was kept, so that an explanation never contradicts the list.
@ApplicationScoped
class ScoreExplanation {

    private final ActiveModels models;
    private final ScorableItems items;

    ScoreExplanation(ActiveModels models, ScorableItems items) {
        this.models = models;
        this.items = items;
    }

    /// @return rounded for those who may not know what a company is worth, where it would tell
    ScoreView explain(Grant grant, UUID itemId) {
        var model = models.of(grant.productId());
        var item = items.asKept(grant.productId(), itemId).orElseThrow(ItemNotFound::new);
        var score = model.model().score(item.inputs());
        var view = ScoreView.exact(score, model, item.inputs().day());
        var isConfidential = StoredScore.of(score, item.inputs(), model.version()).telling();
        return isConfidential && !grant.mayRead(Right.CUSTOMER_VALUE) ? view.rounded() : view;
    }
}
