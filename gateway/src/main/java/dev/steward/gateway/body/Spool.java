package dev.steward.gateway.body;

import dev.steward.gateway.limit.Permit;
import dev.steward.gateway.limit.SharedCapacity.Taken;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Keeps what comes faster than it is taken, in its order: first in memory (the head), then on
/// disk, then in memory again (the tail, until it is a block). Lives on one event loop.
class Spool {

    private final BodySpace space;
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

    Spool(BodySpace space, Permit permit) {
        this.space = space;
        this.permit = permit;
        permit.onRelease(() -> giveDisk(reserved));
    }

    /// Told when there is something to take, or room again.
    void whenReady(Runnable ready) {
        this.ready = ready;
    }

    /// Told when the disk fails.
    void whenBroken(Runnable broken) {
        this.broken = broken;
    }

    boolean isEmpty() {
        return head.isEmpty() && !onDisk() && !writing && tail.length() == 0;
    }

    private boolean onDisk() {
        return read < written;
    }

    /// Whether more may come.
    boolean hasRoom() {
        return !writing && !full;
    }

    /// @return whether more may come; if not, `ready` tells when
    boolean keep(Buffer chunk) {
        if (!onDisk() && !writing && tail.length() == 0 && headBytes < space.block()) {
            head.add(chunk);
            headBytes += chunk.length();
            full = !hasMemory();
        } else {
            tail.appendBuffer(chunk);
            if (tail.length() >= space.block()) {
                write();
            }
        }
        return hasRoom();
    }

    /// A head and a tail.
    private boolean hasMemory() {
        hasMemory = hasMemory || space.takeMemory(permit, 2L * space.block()) == Taken.GRANTED;
        return hasMemory;
    }

    private void write() {
        var block = tail;
        if (space.takeDisk(permit, block.length()) != Taken.GRANTED) {
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
                ? space.open(permit).onSuccess(opened -> file = opened)
                : Future.succeededFuture(file);
    }

    /// The next that was kept; null when there is none, or none yet.
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
        var length = (int) Math.min(space.block(), written - read);
        file.read(Buffer.buffer(length), 0, read, length)
                .onSuccess(this::hasRead)
                .onFailure(_ -> broken.run());
    }

    private void hasRead(Buffer block) {
        reading = false;
        read += block.length();
        giveDisk(block.length());
        head.add(block);
        headBytes += block.length();
        ready.run();
    }

    private void giveDisk(long bytes) {
        var given = Math.min(bytes, reserved);
        reserved -= given;
        space.giveDisk(permit, given);
    }
}
