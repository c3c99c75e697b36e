package dev.steward.feedback.loop;

import dev.steward.feedback.standing.Standings;
import dev.steward.platform.messaging.EventRecord;
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

/// Opens the loops of releases that came out, in steps that are each a bounded transaction. How far
/// a loop is stands with it in the database: whoever dies, anybody goes on behind the last step.
@ApplicationScoped
class LoopOpening {

    private static final Logger LOG = Logger.getLogger(LoopOpening.class);
    private static final Pace USUAL = new Pace(500, 10, 1_000);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /// How much one step takes on.
    ///
    /// @param gathered entries whose voters are gathered at once, of each as many as there are
    ///   people in a step
    record Pace(int entries, int gathered, int people) {}

    private final OpeningLoops loops;
    private final LoopEntries entries;
    private final Deliveries deliveries;
    private final Standings standings;
    private final EventRecord events;
    private final Clock clock;
    private final Pace pace;

    @Inject
    LoopOpening(
            OpeningLoops loops,
            LoopEntries entries,
            Deliveries deliveries,
            Standings standings,
            EventRecord events,
            Clock clock) {
        this(loops, entries, deliveries, standings, events, clock, USUAL);
    }

    LoopOpening(
            OpeningLoops loops,
            LoopEntries entries,
            Deliveries deliveries,
            Standings standings,
            EventRecord events,
            Clock clock,
            Pace pace) {
        this.loops = loops;
        this.entries = entries;
        this.deliveries = deliveries;
        this.standings = standings;
        this.events = events;
        this.clock = clock;
        this.pace = pace;
    }

    /// One step of the loop that has waited longest, so that a large one holds up no small one. A
    /// loop whose step fails waits, the others go on.
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
            LOG.warnf(e, "The loop of release %s waits", release);
            putOff(release);
            return true;
        }
    }

    private void advance(OpeningLoop loop) {
        var place =
                switch (loop.step()) {
                    case SHIPPING -> ship(loop);
                    case GATHERING -> gather(loop);
                    case TELLING -> tell(loop);
                    case SETTLING -> settle(loop);
                    case LETTING_GO -> letGo(loop);
                };
        place.ifPresentOrElse(
                last -> loops.save(loop.releaseId(), loop.step(), last, clock.instant()),
                () -> endStep(loop));
    }

    private void endStep(OpeningLoop loop) {
        loop.step()
                .next()
                .ifPresentOrElse(
                        next -> loops.save(loop.releaseId(), next, null, clock.instant()),
                        () -> open(loop));
    }

    private void open(OpeningLoop loop) {
        if (loop.step() == LoopStep.LETTING_GO) {
            loops.sent(loop.releaseId());
            return;
        }
        loops.open(loop.releaseId(), clock.instant());
        events.append(loop.by(), loop.loop().opened(deliveries.count(loop.releaseId())));
    }

    private Optional<UUID> ship(OpeningLoop loop) {
        var page = derive(loop);
        entries.forgetWhatHasNotShipped(
                loop.releaseId(), page.stream().map(LoopEntries.Family::id).toList());
        return last(page, loop);
    }

    private Optional<UUID> settle(OpeningLoop loop) {
        return last(derive(loop), loop);
    }

    private List<LoopEntries.Family> derive(OpeningLoop loop) {
        var page = entries.families(loop.releaseId(), loop.place(), loop.atMost(pace.entries()));
        var roots = page.stream().map(LoopEntries.Family::rootId).distinct().toList();
        standings.lock(roots);
        standings.derive(roots, loop.by());
        return page;
    }

    /// Where each entry is gathered up to stands with the entry: the place is only a sign that
    /// there may be more.
    private Optional<UUID> gather(OpeningLoop loop) {
        var release = loop.releaseId();
        var gathered = entries.gather(release, pace.gathered(), loop.atMost(pace.people()));
        return gathered == 0 ? Optional.empty() : Optional.of(release);
    }

    private Optional<UUID> tell(OpeningLoop loop) {
        var release = loop.releaseId();
        var people = entries.askers(release, loop.place(), loop.atMost(pace.people()));
        if (people.isEmpty()) {
            return Optional.empty();
        }
        var messages = Audience.of(entries.voices(loop.loop(), people), loop.loop().mode());
        entries.deliver(loop.loop(), messages, clock.instant());
        entries.forgetAskers(release, people);
        return Optional.of(people.getLast());
    }

    private Optional<UUID> letGo(OpeningLoop loop) {
        var most = loop.atMost(pace.people());
        var gone = deliveries.letGo(loop.releaseId(), loop.place(), most, clock.instant());
        return gone.size() < most ? Optional.empty() : Optional.of(gone.getLast());
    }

    private Optional<UUID> last(List<LoopEntries.Family> page, OpeningLoop loop) {
        return page.size() < loop.atMost(pace.entries())
                ? Optional.empty()
                : Optional.of(page.getLast().id());
    }

    private void putOff(UUID release) {
        QuarkusTransaction.requiringNew()
                .run(() ->
                        loops.lock(release)
                                .ifPresent(loop ->
                                        loops.putOff(release, clock.instant().plus(pause(loop)))));
    }

    private static Duration pause(OpeningLoop loop) {
        var pause = Duration.ofSeconds(1L << Math.min(loop.failures(), 6));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
