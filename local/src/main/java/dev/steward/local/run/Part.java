package dev.steward.local.run;

import java.nio.file.Path;
import java.util.Optional;

/// A process of the local system that the supervisor keeps alive.
interface Part {

    String name();

    /// Launches it and returns; [#ready] tells when it takes requests.
    void start();

    boolean ready();

    /// The living process; empty before the start and after the end.
    Optional<ProcessHandle> process();

    /// Stops it in order and returns when it is gone. Harmless when it does not run.
    void stop();

    Path log();
}
