package dev.steward.feedback.loop;

import dev.steward.feedback.standing.FeedbackStatuses;
import dev.steward.platform.messaging.store.EventStore;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/// Creates the messages about releases that came out, in steps that are bounded transactions. The
/// progress is stored with the loop: when an instance ends, another one continues after its last
/// step.
@ApplicationScoped
class LoopOpening {

    private static final Logger LOG = Logger.getLogger(LoopOpening.class);
    private static final BatchSizes DEFAULT_BATCH_SIZES = new BatchSizes(500, 10, 1_000);
    private static final Duration MAX_PAUSE = Duration.ofMinutes(1);

    /// How much one step processes.
    ///
    /// @param entries entries whose status is updated
    /// @param gathered entries whose voters are gathered together, of each as many as `people`
    /// @param people people for whom a message is created or sent
    record BatchSizes(int entries, int gathered, int people) {}

    private final LoopJobs loops;
    private final LoopEntries entries;
    private final Deliveries deliveries;
    private final FeedbackStatuses statuses;
    private final EventStore events;
    private final Clock clock;
    private final BatchSizes batchSizes;

    @Inject
    LoopOpening(
            LoopJobs loops,
            LoopEntries entries,
            Deliveries deliveries,
            FeedbackStatuses statuses,
            EventStore events,
            Clock clock) {
        this(loops, entries, deliveries, statuses, events, clock, DEFAULT_BATCH_SIZES);
    }

    LoopOpening(
            LoopJobs loops,
            LoopEntries entries,
            Deliveries deliveries,
            FeedbackStatuses statuses,
            EventStore events,
            Clock clock,
            BatchSizes batchSizes) {
        this.loops = loops;
        this.entries = entries;
        this.deliveries = deliveries;
        this.statuses = statuses;
        this.events = events;
        this.clock = clock;
        this.batchSizes = batchSizes;
    }

    /// Runs one step of the loop that has waited longest, so that a large one does not block small
    /// ones. A loop whose step fails is postponed, and the others continue.
    ///
    /// @return whether there may be more to do at once
    boolean step() {
        var due = new AtomicReference<UUID>();
        try {
            return QuarkusTransaction.requiringNew()
                    .timeout(20)
                    .call(() -> {
                        var loop = loops.lockDue(clock.instant());
                        loop.ifPresent(found -> {
                            due.set(found.releaseId());
                            advance(found);
                        });
                        return loop.isPresent();
                    });
        } catch (RuntimeException e) {
            var release = due.get();
            if (release == null) {
                throw e;
            }
            LOG.warnf(e, "A step of the loop of release %s failed; it is tried again", release);
            postpone(release);
            return true;
        }
    }

    private void advance(LoopJob loop) {
        var position =
                switch (loop.step()) {
                    case SHIPPING -> markShipped(loop);
                    case GATHERING -> gather(loop);
                    case TELLING -> notify(loop);
                    case SETTLING -> closeEntries(loop);
                    case LETTING_GO -> sendHeld(loop);
                };
        position.ifPresentOrElse(
                last -> loops.save(loop.releaseId(), loop.step(), last, clock.instant()),
                () -> endStep(loop));
    }

    private void endStep(LoopJob loop) {
        loop.step()
                .next()
                .ifPresentOrElse(
                        next -> loops.save(loop.releaseId(), next, null, clock.instant()),
                        () -> open(loop));
    }

    private void open(LoopJob loop) {
        if (loop.step() == LoopStep.LETTING_GO) {
            loops.sent(loop.releaseId());
            return;
        }
        loops.open(loop.releaseId(), clock.instant());
        events.append(loop.by(), loop.loop().opened(deliveries.count(loop.releaseId())));
    }

    private Optional<UUID> markShipped(LoopJob loop) {
        var page = recalculate(loop);
        entries.deleteUnshipped(
                loop.releaseId(), page.stream().map(LoopEntries.Family::id).toList());
        return last(page, loop);
    }

    private Optional<UUID> closeEntries(LoopJob loop) {
        return last(recalculate(loop), loop);
    }

    private List<LoopEntries.Family> recalculate(LoopJob loop) {
        var page =
                entries.families(
                        loop.releaseId(), loop.position(), loop.batchSize(batchSizes.entries()));
        var roots = page.stream().map(LoopEntries.Family::rootId).distinct().toList();
        statuses.lockEntries(roots);
        statuses.recalculate(roots, loop.by());
        return page;
    }

    /// The progress is stored with each entry: the returned id only says that there may be more.
    private Optional<UUID> gather(LoopJob loop) {
        var release = loop.releaseId();
        var gathered =
                entries.gather(release, batchSizes.gathered(), loop.batchSize(batchSizes.people()));
        return gathered == 0 ? Optional.empty() : Optional.of(release);
    }

    private Optional<UUID> notify(LoopJob loop) {
        var release = loop.releaseId();
        var people = entries.askers(release, loop.position(), loop.batchSize(batchSizes.people()));
        if (people.isEmpty()) {
            return Optional.empty();
        }
        var planned = Recipients.of(entries.voices(loop.loop(), people), loop.loop().mode());
        entries.createDeliveries(loop.loop(), planned, clock.instant());
        entries.deleteAskers(release, people);
        return Optional.of(people.getLast());
    }

    private Optional<UUID> sendHeld(LoopJob loop) {
        var limit = loop.batchSize(batchSizes.people());
        var sent = deliveries.sendHeld(loop.releaseId(), loop.position(), limit, clock.instant());
        return sent.size() < limit ? Optional.empty() : Optional.of(sent.getLast());
    }

    private Optional<UUID> last(List<LoopEntries.Family> page, LoopJob loop) {
        return page.size() < loop.batchSize(batchSizes.entries())
                ? Optional.empty()
                : Optional.of(page.getLast().id());
    }

    private void postpone(UUID release) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        loops.lock(release)
                                .ifPresent(loop ->
                                        loops.postpone(
                                                release, clock.instant().plus(pause(loop)))));
    }

    private static Duration pause(LoopJob loop) {
        var pause = Duration.ofSeconds(1L << Math.min(loop.failures(), 6));
        return pause.compareTo(MAX_PAUSE) < 0 ? pause : MAX_PAUSE;
    }
}
