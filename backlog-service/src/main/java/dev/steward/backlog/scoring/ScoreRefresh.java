package dev.steward.backlog.scoring;

import dev.steward.platform.database.Database;
import dev.steward.platform.messaging.background.Attempts;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Computes all scores again after midnight UTC, because demand fades from day to day without an
/// event. Runs every minute, because an instance may have been down at midnight. It also finds
/// scores of an earlier model, should one ever get past [ModelLock].
@ApplicationScoped
class ScoreRefresh {

    /// Items of one product in one transaction; its writers wait meanwhile.
    private static final int MAX_ITEMS_AT_ONCE = 1_000;

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Logger LOG = Logger.getLogger(ScoreRefresh.class);

    private static final String OUTDATED =
            """
            select p.id from product p left join scoring_model m on m.product_id = p.id
            where exists (select from item_score s where s.product_id = p.id
                and (s.model_version, s.day) < (coalesce(m.version, 0), :today))
            order by p.id
            """;

    private final Database database;
    private final Scoring scoring;
    private final Attempts attempts;
    private final Clock clock;

    ScoreRefresh(Database database, Scoring scoring, Attempts attempts, Clock clock) {
        this.database = database;
        this.scoring = scoring;
        this.attempts = attempts;
        this.clock = clock;
    }

    @Scheduled(
            every = "1m",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        var most = new HashMap<UUID, Integer>();
        var outdated = outdated();
        while (!outdated.isEmpty()) {
            outdated = outdated.stream().filter(product -> rescoreNext(product, most)).toList();
        }
    }

    /// One batch per product in turn, so that a large or failing product does not delay others. A
    /// batch that takes too long is halved; what still fails waits for the next run.
    ///
    /// @param most batch size by product, where it was reduced
    private boolean rescoreNext(UUID productId, Map<UUID, Integer> most) {
        int size = most.getOrDefault(productId, MAX_ITEMS_AT_ONCE);
        try {
            return switch (attempts.attempt(
                    LIMIT, () -> scoring.rescoreOutdated(productId, size))) {
                case Attempts.Done<Integer>(var count) -> count == size;
                case Attempts.TookTooLong<Integer>(var failure) -> {
                    logFailure(productId, size, failure);
                    most.put(productId, size / 2);
                    yield size > 1;
                }
                case Attempts.Failed<Integer>(var failure) -> {
                    logFailure(productId, size, failure);
                    yield false;
                }
            };
        } catch (RuntimeException passing) {
            logFailure(productId, size, passing);
            return false;
        }
    }

    private static void logFailure(UUID productId, int size, RuntimeException failure) {
        LOG.warnf(
                "%d scores of product %s are computed later: %s",
                size, productId, Attempts.describe(failure));
    }

    private List<UUID> outdated() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return database.query(
                OUTDATED, query -> query.bind("today", today).mapTo(UUID.class).list());
    }
}
