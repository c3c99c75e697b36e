package dev.steward.local.run;

import dev.steward.local.LocalFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Keeps the parts alive: reports a death, starts the part again after a pause that grows, and
/// gives up on one that does nothing but die. Stops all of them in the reverse order of their
/// start.
final class Supervisor implements AutoCloseable {

    /// How patient it is; tests are less patient than people.
    record RestartPolicy(
            Duration readiness, Duration quickDeath, int quickDeaths, Duration firstPause) {

        static final RestartPolicy DEFAULT =
                new RestartPolicy(
                        Duration.ofMinutes(3), Duration.ofSeconds(30), 5, Duration.ofMillis(500));

        Duration pauseAfter(int deaths) {
            return firstPause.multipliedBy(1L << Math.min(deaths - 1, 5));
        }
    }

    private final RestartPolicy policy;
    private final Consumer<String> report;
    private final List<List<Supervised>> groups = new ArrayList<>();
    private boolean closing;

    Supervisor(RestartPolicy policy, Consumer<String> report) {
        this.policy = policy;
        this.report = report;
    }

    /// Starts the parts side by side and returns when all of them take requests. They are one
    /// group: a group is stopped side by side too, after all groups that were started later.
    void start(List<? extends Part> parts) {
        var group = parts.stream().map(part -> new Supervised(part, policy, report)).toList();
        add(group);
        group.forEach(Supervised::awaitReady);
    }

    /// Stops everything; nothing is started again from here on.
    @Override
    public void close() {
        var started = lastGroups();
        // Else a part that loses its database while it waits for its turn would be started again.
        started.forEach(group -> group.forEach(Supervised::requestStop));
        started.reversed().forEach(Supervisor::stop);
    }

    private synchronized void add(List<Supervised> group) {
        if (closing) {
            throw new LocalFailure("The system is being stopped.");
        }
        groups.add(group);
        group.forEach(Supervised::begin);
    }

    /// All groups there will ever be.
    private synchronized List<List<Supervised>> lastGroups() {
        closing = true;
        return List.copyOf(groups);
    }

    private static void stop(List<Supervised> group) {
        var stopping =
                group.stream()
                        .map(part ->
                                CompletableFuture.runAsync(part::end, Thread::startVirtualThread))
                        .toList();
        stopping.forEach(CompletableFuture::join);
    }
}
