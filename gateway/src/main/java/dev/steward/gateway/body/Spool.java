package dev.steward.gateway.body;

import dev.steward.gateway.limit.Permit;
import dev.steward.gateway.limit.SharedCapacity.Acquisition;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// A buffer for data that arrives faster than it is read, in order: first in memory (the head),
/// then on disk, then in memory again (the tail, until it fills a block). Used on one event loop
/// only.
class Spool {

    private final BodyStorage storage;
    private final Permit permit;
    private final Deque<Buffer> head = new ArrayDeque<>(0);
    private Buffer tail = Buffer.buffer();
    private long headBytes;
    private long written;
    private long read;
    private long reserved;
    private boolean hasMemory;
    private boolean writing;
    private boolean reading;
    private boolean full;
    private @Nullable AsyncFile file;
    private Runnable ready = () -> {};
    private Runnable broken = () -> {};

    Spool(BodyStorage storage, Permit permit) {
        this.storage = storage;
        this.permit = permit;
        permit.onRelease(() -> releaseDisk(reserved));
    }

    /// @param ready called when there is data to read, or room again
    void whenReady(Runnable ready) {
        this.ready = ready;
    }

    /// @param broken called when the disk fails
    void whenBroken(Runnable broken) {
        this.broken = broken;
    }

    boolean isEmpty() {
        return head.isEmpty() && !onDisk() && !writing && tail.length() == 0;
    }

    private boolean onDisk() {
        return read < written;
    }

    /// Whether more can be added.
    boolean hasRoom() {
        return !writing && !full;
    }

    /// @return whether more can be added; if not, `ready` is called when it can
    boolean add(Buffer chunk) {
        if (!onDisk() && !writing && tail.length() == 0 && headBytes < storage.block()) {
            head.add(chunk);
            headBytes += chunk.length();
            full = !hasMemory();
        } else {
            tail.appendBuffer(chunk);
            if (tail.length() >= storage.block()) {
                write();
            }
        }
        return hasRoom();
    }

    /// Acquires memory for a head and a tail.
    private boolean hasMemory() {
        hasMemory =
                hasMemory
                        || storage.acquireMemory(permit, 2L * storage.block())
                                == Acquisition.GRANTED;
        return hasMemory;
    }

    private void write() {
        var block = tail;
        if (storage.acquireDisk(permit, block.length()) != Acquisition.GRANTED) {
            full = true;
            return;
        }
        reserved += block.length();
        tail = Buffer.buffer();
        writing = true;
        var position = written;
        file().compose(opened -> opened.write(block, position))
                .onSuccess(_ -> {
                    written += block.length();
                    writing = false;
                    ready.run();
                })
                .onFailure(_ -> broken.run());
    }

    private Future<AsyncFile> file() {
        return file == null
                ? storage.open(permit).onSuccess(opened -> file = opened)
                : Future.succeededFuture(file);
    }

    /// The next chunk; null when there is none, or none yet.
    @Nullable Buffer next() {
        var chunk = head.poll();
        if (chunk != null) {
            headBytes -= chunk.length();
        } else if (onDisk()) {
            readAhead();
        } else if (!writing && tail.length() > 0) {
            chunk = tail;
            tail = Buffer.buffer();
        }
        full &= !head.isEmpty() || tail.length() > 0;
        return chunk;
    }

    private void readAhead() {
        if (reading || file == null) {
            return;
        }
        reading = true;
        var length = (int) Math.min(storage.block(), written - read);
        file.read(Buffer.buffer(length), 0, read, length)
                .onSuccess(this::hasRead)
                .onFailure(_ -> broken.run());
    }

    private void hasRead(Buffer block) {
        reading = false;
        read += block.length();
        releaseDisk(block.length());
        head.add(block);
        headBytes += block.length();
        ready.run();
    }

    private void releaseDisk(long bytes) {
        var given = Math.min(bytes, reserved);
        reserved -= given;
        storage.releaseDisk(permit, given);
    }
}
