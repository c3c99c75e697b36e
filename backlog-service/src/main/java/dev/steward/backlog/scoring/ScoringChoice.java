package dev.steward.backlog.scoring;

import dev.steward.platform.access.Grant;
import dev.steward.platform.messaging.EventRecord;
import dev.steward.platform.web.IfMatch;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// The people of a product choose the formula of its scores.
@ApplicationScoped
class ScoringChoice {

    private final ModelLock lock;
    private final ActiveModels models;
    private final Appraisal appraisal;
    private final EventRecord events;

    ScoringChoice(ModelLock lock, ActiveModels models, Appraisal appraisal, EventRecord events) {
        this.lock = lock;
        this.models = models;
        this.appraisal = appraisal;
        this.events = events;
    }

    /// Puts another model in place, and with it all scores: nobody sees a list sorted by two
    /// formulae.
    @Transactional
    @TransactionConfiguration(timeout = 30)
    ActiveModel choose(Grant grant, ModelDefinition definition, IfMatch seen) {
        var complete = definition.complete();
        lock.forChange(grant.productId());
        var model = models.toChange(grant.productId());
        events.append(grant.by(), model.replaceWith(complete, seen));
        appraisal.catchUp(grant.productId(), Integer.MAX_VALUE);
        return model;
    }
}
