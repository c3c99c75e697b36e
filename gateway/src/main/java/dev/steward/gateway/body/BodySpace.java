package dev.steward.gateway.body;

import dev.steward.gateway.limit.Permit;
import dev.steward.gateway.limit.SharedCapacity;
import dev.steward.gateway.limit.SharedCapacity.Taken;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import jakarta.inject.Singleton;
import java.util.UUID;

/// The room there is for bodies.
@Singleton
public class BodySpace {

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

    BodySpace(Vertx vertx, BodyLimits limits, MeterRegistry metrics) {
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

    /// How much of one body stays in memory, and how much is written to disk at a time.
    int block() {
        return (int) limits.inMemory().asLongValue();
    }

    /// Held until the request is over.
    Taken takeMemory(Permit permit, long bytes) {
        var taken = memory.take(permit.payer(), bytes);
        if (taken == Taken.GRANTED) {
            permit.onRelease(() -> memory.give(permit.payer(), bytes));
        }
        return taken;
    }

    Taken takeDisk(Permit permit, long bytes) {
        return disk.take(permit.payer(), bytes);
    }

    void giveDisk(Permit permit, long bytes) {
        disk.give(permit.payer(), bytes);
    }

    /// Closed when the request is over.
    Future<AsyncFile> open(Permit permit) {
        var path = limits.folder().resolve("steward-" + UUID.randomUUID()).toString();
        return vertx.fileSystem()
                .open(path, NAMELESS)
                .onSuccess(file -> permit.onRelease(() -> file.close().onComplete(_ -> {})));
    }
}
