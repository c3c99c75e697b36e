package dev.steward.backlog.scoring;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/// Demand fades from day to day without anybody sending anything: after midnight UTC every score is
/// computed anew. Looks every minute, because an instance may have been down at midnight; the same
/// look finds a score that lags behind its model, should one ever slip past [ModelLock].
@ApplicationScoped
class ScoreSweep {

    /// Of one product in one transaction: its writers, who wait meanwhile, wait for a moment only.
    private static final int MOST_AT_ONCE = 1_000;

    private static final String LAGGING =
            """
            select p.id from product p left join scoring_model m on m.product_id = p.id
            where exists (select from item_score s where s.product_id = p.id
                and (s.model_version, s.day) < (coalesce(m.version, 0), :today))
            order by p.id
            """;

    private final Session database;
    private final Appraisal appraisal;
    private final Clock clock;

    ScoreSweep(Session database, Appraisal appraisal, Clock clock) {
        this.database = database;
        this.appraisal = appraisal;
        this.clock = clock;
    }

    @Scheduled(
            every = "1m",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        var lagging = lagging();
        while (!lagging.isEmpty()) {
            lagging = lagging.stream().filter(this::lagsOn).toList();
        }
    }

    /// In turn: a large product holds up no small one.
    private boolean lagsOn(UUID productId) {
        return appraisal.catchUp(productId, MOST_AT_ONCE) == MOST_AT_ONCE;
    }

    private List<UUID> lagging() {
        List<?> products =
                database.createNativeQuery(LAGGING, UUID.class)
                        .setParameter("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .getResultList();
        return products.stream().map(UUID.class::cast).toList();
    }
}
