package dev.steward.bench;

import java.time.Duration;

/// How long and how much is measured.
///
/// @param events that wait in the outbox when the relay is measured
/// @param rows of an imported file
/// @param writes of which each is looked for in another service
public record Pace(
        String name,
        Duration warmUp,
        Duration sample,
        int rounds,
        int events,
        int rows,
        int writes) {

    static final Pace FULL =
            new Pace(
                    "full",
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(10),
                    5,
                    100_000,
                    10_000,
                    400);

    static final Pace QUICK =
            new Pace(
                    "QUICK: too short to be quoted",
                    Duration.ofSeconds(4),
                    Duration.ofSeconds(2),
                    3,
                    10_000,
                    3_000,
                    100);

    Pace withEvents(int events) {
        return new Pace(name, warmUp, sample, rounds, events, rows, writes);
    }
}
