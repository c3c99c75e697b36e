package dev.steward.gateway.body;

import dev.steward.gateway.limit.Permit;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/// The body of a response. It is read from the service as fast as it arrives and buffered while the
/// caller reads more slowly, so that the service and the connection to it are free again.
///
/// When it breaks off, the connection of the caller is closed, so that the caller cannot mistake
/// the part for the whole. `response.reset()` would not report that the request has ended (vert.x
/// 4.5), and Quarkus would wait for it at shutdown in vain.
public class ResponseBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;
    private final HttpConnection caller;
    private final BodyStorage storage;
    private final Permit permit;
    private final Spool spool;
    private final long stall;
    private @Nullable Handler<Buffer> handler;
    private @Nullable Handler<Void> endHandler;
    private boolean started;
    private boolean paused = true;
    private boolean ended;
    private boolean moved;
    private boolean over;
    private long timer;

    /// @param stallMillis it is broken off when no byte arrives for this long
    ResponseBody(
            ReadStream<Buffer> source,
            HttpConnection caller,
            BodyStorage storage,
            Permit permit,
            long stallMillis) {
        this.source = source;
        this.caller = caller;
        this.storage = storage;
        this.permit = permit;
        spool = new Spool(storage, permit);
        stall = stallMillis;
        permit.onRelease(() -> over = true);
        spool.whenReady(this::drain);
        spool.whenBroken(this::abort);
        source.handler(this::receive);
        source.endHandler(_ -> end());
        source.exceptionHandler(_ -> abort());
    }

    private void receive(Buffer chunk) {
        moved = true;
        if (over) {
            return;
        }
        if (!paused && spool.isEmpty() && handler != null) {
            handler.handle(chunk);
        } else if (!spool.add(chunk)) {
            source.pause();
        }
    }

    /// Passes on what is buffered, as long as the caller reads.
    private void drain() {
        while (!over && !paused && handler != null) {
            var chunk = spool.next();
            if (chunk == null) {
                break;
            }
            handler.handle(chunk);
        }
        if (!ended && spool.hasRoom()) {
            source.resume();
        }
        endIfEmpty();
    }

    private void end() {
        ended = true;
        storage.vertx().cancelTimer(timer);
        endIfEmpty();
    }

    private void endIfEmpty() {
        if (ended && spool.isEmpty() && endHandler != null) {
            var atEnd = endHandler;
            endHandler = null;
            atEnd.handle(null);
        }
    }

    /// Ends a response whose service stops midway, or whose caller stops reading when the buffer is
    /// full.
    private void watch() {
        timer =
                storage.vertx()
                        .setTimer(
                                stall,
                                _ -> {
                                    if (moved) {
                                        moved = false;
                                        watch();
                                    } else {
                                        abort();
                                    }
                                });
    }

    private void abort() {
        storage.vertx().cancelTimer(timer);
        // Not reported by the library otherwise.
        caller.close().onComplete(_ -> permit.release());
    }

    @Override
    public ReadStream<Buffer> resume() {
        paused = false;
        if (!started) {
            started = true;
            watch();
            source.resume();
        } else {
            drain();
        }
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        paused = true;
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        return resume();
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        this.handler = handler;
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        endHandler = handler;
        return this;
    }

    /// Failures are not passed on to the handler, which would reset the response.
    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        return this;
    }
}
