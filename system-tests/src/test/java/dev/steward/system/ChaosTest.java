package dev.steward.system;

import static dev.steward.local.oidc.Person.OLIVIA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.system.Journey.Mishaps;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Kills, pauses and cuts at seeded random moments while people work; then everything must be
/// there, once. `-Dchaos.seeds=n` runs more than the one of every build, `-Dchaos.first=n` repeats
/// one.
@Tag("chaos")
class ChaosTest {

    private static final int FAULTS = 7;
    private static final RunningSystem SYSTEM = RunningSystem.get();

    private interface Fault {
        void strike(Random random);
    }

    static LongStream seeds() {
        var first = Long.getLong("chaos.first", 1);
        return LongStream.range(first, first + Long.getLong("chaos.seeds", 1));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingIsLostAndNothingHappensTwice(long seed) {
        var random = new Random(seed);
        var product =
                "C"
                        + Long.toString(System.nanoTime(), 36)
                                .toUpperCase(java.util.Locale.ROOT)
                                .substring(3, 9);
        Api.post(OLIVIA, "/products", Map.of("key", product, "name", "Chaos"))
                .then()
                .statusCode(201);
        Api.as(OLIVIA)
                .contentType("application/json")
                .body(Map.of("roles", List.of("DEVELOPER")))
                .put("/products/" + product + "/members/dana")
                .then()
                .statusCode(201);
        var writers = new Writers(product, seed).start();
        var journey =
                CompletableFuture.runAsync(
                        () -> new Journey(Mishaps.NONE).walk(),
                        task -> Thread.ofPlatform().start(task));
        try {
            // All kinds of faults in a random order, so that a single seed meets each of them.
            var faults = new java.util.ArrayList<>(faults());
            java.util.Collections.shuffle(faults, random);
            faults.stream()
                    .limit(FAULTS)
                    .forEach(fault -> {
                        aMoment(random, 1_000);
                        fault.strike(random);
                    });
            aMoment(random, 1_000);
        } finally {
            writers.stop();
        }
        journey.orTimeout(30, TimeUnit.MINUTES).join();
        Invariants.hold();
        writers.assertNothingIsLost();
        assertThat(writers.acknowledged()).as("the writers got something done").isPositive();
    }

    private static List<Fault> faults() {
        return List.of(
                _ -> SYSTEM.backlog().killAndStartAgain(),
                _ -> SYSTEM.secondBacklog().killAndStartAgain(),
                _ -> SYSTEM.feedback().killAndStartAgain(),
                _ -> SYSTEM.sprint().killAndStartAgain(),
                // Beyond the relay's idle limit of 15 s: its lock is lost while it sleeps.
                _ -> pause(SYSTEM.secondBacklog(), 17_000),
                random -> {
                    SYSTEM.stopKafka();
                    aMoment(random, 4_000);
                    SYSTEM.startKafkaAgain();
                },
                random -> {
                    SYSTEM.stopPostgres();
                    aMoment(random, 10_000);
                    SYSTEM.startPostgresAgain();
                });
    }

    private static void pause(AppProcess app, long millis) {
        app.pause();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
        app.resume();
    }

    /// The duration of a fault is its meaning here, not a wait for something to happen.
    private static void aMoment(Random random, int atMostMillis) {
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(atMostMillis / 2 + random.nextInt(atMostMillis / 2)));
    }
}
