package dev.steward.backlog.scoring;

import dev.steward.backlog.item.BacklogItem;
import dev.steward.backlog.item.ItemScoring;
import dev.steward.platform.messaging.store.EventContext;
import dev.steward.platform.messaging.store.EventStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// Computes and stores scores of items by their product's model.
///
/// Single items are scored when their inputs or demand change: with the shared model lock, the
/// items new or locked. All outdated items of a product are scored with the exclusive model lock.
@ApplicationScoped
public class Scoring implements ItemScoring {

    /// Scores follow from changes of others, whose events name who made them.
    public static final EventContext SCORING = EventContext.system("scoring");

    private final ModelLock lock;
    private final ActiveModels models;
    private final ScorableItems items;
    private final ItemScores scores;
    private final NextScores nextScores;
    private final EventStore events;
    private final Clock clock;

    Scoring(
            ModelLock lock,
            ActiveModels models,
            ScorableItems items,
            ItemScores scores,
            NextScores nextScores,
            EventStore events,
            Clock clock) {
        this.lock = lock;
        this.models = models;
        this.items = items;
        this.scores = scores;
        this.nextScores = nextScores;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockAndRescore(UUID productId, Collection<UUID> itemIds) {
        items.lock(itemIds);
        rescore(productId, itemIds);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void score(BacklogItem created) {
        lock.shared(created.productId());
        var day = today();
        storeByAllModels(created.productId(), day, List.of(ScorableItem.of(created, day)));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void rescore(UUID productId, Collection<UUID> itemIds) {
        lock.shared(productId);
        var day = today();
        storeByAllModels(productId, day, items.named(productId, itemIds, day));
    }

    private void storeByAllModels(UUID productId, LocalDate day, List<ScorableItem> scorable) {
        var model = models.of(productId);
        store(model, day, scorable);
        model.next().ifPresent(next -> nextScores.replace(next, scorable));
    }

    /// Scores items by the next model, which nobody sees yet.
    ///
    /// @return number of items
    @Transactional(Transactional.TxType.MANDATORY)
    public int prepare(UUID productId, Collection<UUID> itemIds) {
        lock.shared(productId);
        var next = models.of(productId).next().orElseThrow();
        var scorable = items.named(productId, itemIds, today());
        nextScores.add(next, scorable);
        return scorable.size();
    }

    /// Scores items by the next model again.
    @Transactional(Transactional.TxType.MANDATORY)
    public void prepareAgain(UUID productId, Collection<UUID> itemIds) {
        var next = models.of(productId).next().orElseThrow();
        nextScores.replace(next, items.named(productId, itemIds, today()));
    }

    /// Scores items whose score is of an earlier model or day.
    ///
    /// @param most number of items at most
    /// @return number of items
    @Transactional
    public int rescoreOutdated(UUID productId, int most) {
        lock.exclusive(productId);
        var day = today();
        var model = models.of(productId);
        var outdated = items.outdated(productId, model.version(), day, most);
        store(model, day, outdated);
        return outdated.size();
    }

    private void store(ActiveModel model, LocalDate day, List<ScorableItem> scored) {
        var news =
                scored.stream()
                        .map(item -> RescoredItem.of(item, model))
                        .filter(RescoredItem::isChanged)
                        .toList();
        scores.write(model.productId(), news);
        var moved = news.stream().filter(RescoredItem::hasScoreChanged).toList();
        if (!moved.isEmpty()) {
            var version = scores.nextVersion(model.productId());
            events.append(SCORING, ScoresChanged.of(model, version, day, moved));
        }
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
