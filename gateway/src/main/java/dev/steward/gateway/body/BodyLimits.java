package dev.steward.gateway.body;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How much of bodies is kept, and how slowly they may come.
@ConfigMapping(prefix = "steward.bodies")
interface BodyLimits {

    /// Of one body, in memory; what is larger goes to disk.
    @WithDefault("64K")
    MemorySize inMemory();

    /// Of all bodies, in memory; an eighth of the heap unless given.
    Optional<MemorySize> allInMemory();

    /// Of all bodies, on disk.
    @WithDefault("256M")
    MemorySize onDisk();

    /// Of one caller's bodies, on disk.
    @WithDefault("64M")
    MemorySize onDiskPerCaller();

    /// Where on disk. The files have no name any more once they are open: none stays behind.
    @WithDefault("${java.io.tmpdir}")
    Path folder();

    /// Within this time a body must be there, or keep coming at least at the slowest pace.
    @WithDefault("15s")
    Duration patience();

    /// Bytes per second.
    @WithDefault("8K")
    MemorySize slowest();
}
