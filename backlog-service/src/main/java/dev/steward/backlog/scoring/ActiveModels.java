package dev.steward.backlog.scoring;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/// Repository of scoring models.
@ApplicationScoped
public class ActiveModels implements PanacheRepositoryBase<ActiveModel, UUID> {

    public ActiveModel of(UUID productId) {
        var chosen = findById(productId);
        return chosen == null ? ActiveModel.defaultFor(productId) : chosen;
    }

    /// Only while holding [ModelLock#exclusive]: nobody else creates the row meanwhile.
    public ActiveModel forUpdate(UUID productId) {
        var chosen = findById(productId);
        if (chosen != null) {
            return chosen;
        }
        var first = ActiveModel.defaultFor(productId);
        persist(first);
        return first;
    }
}
