package dev.steward.gateway.body;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How much space bodies may take, and how slowly they may arrive.
@ConfigMapping(prefix = "steward.bodies")
interface BodyLimits {

    /// Bytes of one body that are kept in memory; the rest goes to disk.
    @WithDefault("64K")
    MemorySize inMemory();

    /// Bytes of all bodies in memory; an eighth of the heap when absent.
    Optional<MemorySize> allInMemory();

    /// Bytes of all bodies on disk.
    @WithDefault("256M")
    MemorySize onDisk();

    /// Bytes of one caller's bodies on disk.
    @WithDefault("64M")
    MemorySize onDiskPerCaller();

    /// The folder for bodies on disk. Files are deleted as soon as they are open, so none is left
    /// behind.
    @WithDefault("${java.io.tmpdir}")
    Path folder();

    /// After this time a body must have arrived, or be arriving at least at the slowest rate.
    @WithDefault("15s")
    Duration patience();

    /// The slowest rate, in bytes per second.
    @WithDefault("8K")
    MemorySize slowest();
}
