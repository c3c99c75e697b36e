package dev.steward.gateway.body;

import dev.steward.gateway.limit.Permit;
import dev.steward.gateway.limit.SharedCapacity;
import dev.steward.gateway.limit.SharedCapacity.Acquisition;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import jakarta.inject.Singleton;
import java.util.UUID;

/// Memory and disk space for bodies, limited in total and for each caller.
@Singleton
public class BodyStorage {

    private static final OpenOptions NAMELESS =
            new OpenOptions()
                    .setRead(true)
                    .setWrite(true)
                    .setCreateNew(true)
                    .setPerms("rw-------")
                    .setDeleteOnClose(true);

    private final Vertx vertx;
    private final BodyLimits limits;
    private final SharedCapacity memory;
    private final SharedCapacity disk;

    BodyStorage(Vertx vertx, BodyLimits limits, MeterRegistry metrics) {
        this.vertx = vertx;
        this.limits = limits;
        var inMemory =
                limits.allInMemory()
                        .map(MemorySize::asLongValue)
                        .orElse(Runtime.getRuntime().maxMemory() / 8);
        memory = new SharedCapacity(inMemory, inMemory / 2);
        disk =
                new SharedCapacity(
                        limits.onDisk().asLongValue(), limits.onDiskPerCaller().asLongValue());
        metrics.gauge("steward.gateway.bodies.memory", memory, SharedCapacity::used);
        metrics.gauge("steward.gateway.bodies.disk", disk, SharedCapacity::used);
    }

    Vertx vertx() {
        return vertx;
    }

    BodyLimits limits() {
        return limits;
    }

    /// Bytes of one body that are kept in memory, and that are written to disk at a time.
    int block() {
        return (int) limits.inMemory().asLongValue();
    }

    /// Acquires memory until the request has ended.
    Acquisition acquireMemory(Permit permit, long bytes) {
        var acquired = memory.acquire(permit.countedCaller(), bytes);
        if (acquired == Acquisition.GRANTED) {
            permit.onRelease(() -> memory.release(permit.countedCaller(), bytes));
        }
        return acquired;
    }

    Acquisition acquireDisk(Permit permit, long bytes) {
        return disk.acquire(permit.countedCaller(), bytes);
    }

    void releaseDisk(Permit permit, long bytes) {
        disk.release(permit.countedCaller(), bytes);
    }

    /// Opens a file that is closed when the request has ended.
    Future<AsyncFile> open(Permit permit) {
        var path = limits.folder().resolve("steward-" + UUID.randomUUID()).toString();
        return vertx.fileSystem()
                .open(path, NAMELESS)
                .onSuccess(file -> permit.onRelease(() -> file.close().onComplete(_ -> {})));
    }
}
