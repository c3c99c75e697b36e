package dev.steward.backlog.scoring.selection;

import dev.steward.backlog.job.Job;
import dev.steward.backlog.job.JobHandler;
import dev.steward.backlog.job.JobKind;
import dev.steward.backlog.scoring.ActiveModels;
import dev.steward.backlog.scoring.ItemScores;
import dev.steward.backlog.scoring.ModelLock;
import dev.steward.backlog.scoring.NextScores;
import dev.steward.backlog.scoring.ScorableItems;
import dev.steward.backlog.scoring.ScoresChanged;
import dev.steward.backlog.scoring.Scoring;
import dev.steward.platform.messaging.store.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/// Replaces the scoring model of a product with many items: scores all items by the new model, a
/// thousand at a time, while the old one stays active; then model and scores change at once.
@ApplicationScoped
class ScoringModelReplacementHandler implements JobHandler {

    /// The steps. Their names are stored in the database.
    private enum Step {
        SCORE,
        SWITCH,
        CLEAN
    }

    static final Job.Assignment ASSIGNMENT =
            new Job.Assignment(JobKind.SCORING_MODEL, Step.SCORE.name(), "{}");

    static final int ITEMS_AT_ONCE = 1_000;
    private static final int ROWS_AT_ONCE = 20_000;

    private final ModelLock lock;
    private final ActiveModels models;
    private final ScorableItems items;
    private final Scoring scoring;
    private final NextScores nextScores;
    private final ItemScores scores;
    private final EventStore events;
    private final Clock clock;

    ScoringModelReplacementHandler(
            ModelLock lock,
            ActiveModels models,
            ScorableItems items,
            Scoring scoring,
            NextScores nextScores,
            ItemScores scores,
            EventStore events,
            Clock clock) {
        this.lock = lock;
        this.models = models;
        this.items = items;
        this.scoring = scoring;
        this.nextScores = nextScores;
        this.scores = scores;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public JobKind kind() {
        return JobKind.SCORING_MODEL;
    }

    @Override
    public int whole(Job job) {
        return switch (Step.valueOf(job.step())) {
            case SCORE -> ITEMS_AT_ONCE;
            case SWITCH -> 1;
            case CLEAN -> ROWS_AT_ONCE;
        };
    }

    @Override
    public boolean advance(Job job, int most) {
        switch (Step.valueOf(job.step())) {
            case SCORE -> score(job, most);
            case SWITCH -> switchModel(job);
            case CLEAN -> clean(job, most);
        }
        return true;
    }

    private void score(Job job, int most) {
        if (job.total() == 0) {
            job.setTotal(items.count(job.productId()));
        }
        var next = items.next(job.productId(), job.position(), most);
        job.advance(scoring.prepare(job.productId(), next.ids()), 0);
        job.continueAfter(next.last());
        if (next.ids().size() < most) {
            job.continueWith(Step.SWITCH.name());
        }
    }

    private void switchModel(Job job) {
        lock.exclusive(job.productId());
        nextScores.allowLongStatement();
        if (!isUpToDate(job)) {
            job.advance(0, 0);
            return;
        }
        var model = models.forUpdate(job.productId());
        events.append(job.by(), model.switchToNext());
        var moved = nextScores.countMoved(job.id());
        if (moved > 0) {
            var movers = nextScores.movers(job.id());
            var version = scores.nextVersion(job.productId());
            events.append(
                    Scoring.SCORING,
                    ScoresChanged.of(
                            model,
                            version,
                            scoring.today(),
                            new ScoresChanged.Movement(movers, moved)));
        }
        nextScores.apply(job.id(), model.version());
        job.advance(0, moved);
        job.continueWith(Step.CLEAN.name());
    }

    /// Also scores items that an older version of this service has changed meanwhile: at once when
    /// there are few, otherwise some in each step.
    private boolean isUpToDate(Job job) {
        var stale = nextScores.stale(job.id(), job.productId(), ITEMS_AT_ONCE);
        if (!stale.isEmpty()) {
            scoring.prepareAgain(job.productId(), stale);
        }
        return stale.size() < ITEMS_AT_ONCE;
    }

    private void clean(Job job, int most) {
        if (nextScores.forget(job.id(), most) < most) {
            job.succeed(
                    models.of(job.productId()).version(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
    }

    /// Once the model is replaced, only cleaning up is left.
    @Override
    public boolean giveUp(Job job) {
        if (job.step().equals(Step.CLEAN.name())) {
            return false;
        }
        lock.exclusive(job.productId());
        models.forUpdate(job.productId()).clearNext();
        return true;
    }

    @Override
    public void cleanUp() {
        nextScores.cleanUp();
    }
}
