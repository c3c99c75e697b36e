package dev.steward.backlog.scoring.selection;

import dev.steward.backlog.job.Job;
import dev.steward.backlog.job.Jobs;
import dev.steward.backlog.scoring.ActiveModel;
import dev.steward.backlog.scoring.ActiveModels;
import dev.steward.backlog.scoring.ModelLock;
import dev.steward.backlog.scoring.ScorableItems;
import dev.steward.backlog.scoring.Scoring;
import dev.steward.backlog.scoring.model.ModelDefinition;
import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.store.EventStore;
import dev.steward.platform.web.conditional.IfMatch;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Replacing the scoring model of a product on request of a user.
@ApplicationScoped
class ScoringModelSelection {

    private final ModelLock lock;
    private final ActiveModels models;

    /// Items that one request scores; for more a job is created.
    static final int MAX_ITEMS_AT_ONCE = 5_000;

    private final ScorableItems items;
    private final Scoring scoring;
    private final EventStore events;
    private final Jobs jobs;

    ScoringModelSelection(
            ModelLock lock,
            ActiveModels models,
            ScorableItems items,
            Scoring scoring,
            EventStore events,
            Jobs jobs) {
        this.lock = lock;
        this.models = models;
        this.items = items;
        this.scoring = scoring;
        this.events = events;
        this.jobs = jobs;
    }

    /// Result of the request.
    sealed interface Choice {}

    record Active(ActiveModel model) implements Choice {}

    /// There are so many items that a job was created.
    record Accepted(Job job) implements Choice {}

    /// Replaces the model and all scores in one transaction, so that no list is sorted by two
    /// formulas.
    @Transactional
    @TransactionConfiguration(timeout = 30)
    Choice choose(Grant grant, ModelDefinition definition, IfMatch seen) {
        var complete = definition.complete();
        lock.exclusive(grant.productId());
        var model = models.forUpdate(grant.productId());
        model.check(seen);
        if (items.areMoreThan(grant.productId(), MAX_ITEMS_AT_ONCE)) {
            var job = jobs.accept(grant, ScoringModelReplacementHandler.ASSIGNMENT);
            model.prepare(complete, job.id());
            return new Accepted(job);
        }
        events.append(grant.by(), model.replaceWith(complete));
        scoring.rescoreOutdated(grant.productId(), Integer.MAX_VALUE);
        return new Active(model);
    }
}
