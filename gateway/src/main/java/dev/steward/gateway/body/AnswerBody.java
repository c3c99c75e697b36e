package dev.steward.gateway.body;

import dev.steward.gateway.limit.Permit;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/// The body of an answer. It is taken from the service as fast as it comes and kept while its
/// caller reads more slowly, so that the service and the connection to it are free again.
///
/// Where it breaks off, the caller's connection is closed, so that the caller cannot take the part
/// for the whole. The library's way, `response.reset()`, tells nobody that the request is over
/// (vert.x 4.5): Quarkus would wait for it at shutdown, in vain.
public class AnswerBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;
    private final HttpConnection caller;
    private final BodySpace space;
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

    /// @param stallMillis without a byte of it, it is broken off
    AnswerBody(
            ReadStream<Buffer> source,
            HttpConnection caller,
            BodySpace space,
            Permit permit,
            long stallMillis) {
        this.source = source;
        this.caller = caller;
        this.space = space;
        this.permit = permit;
        spool = new Spool(space, permit);
        stall = stallMillis;
        permit.onRelease(() -> over = true);
        spool.whenReady(this::pass);
        spool.whenBroken(this::breakOff);
        source.handler(this::take);
        source.endHandler(_ -> end());
        source.exceptionHandler(_ -> breakOff());
    }

    private void take(Buffer chunk) {
        moved = true;
        if (over) {
            return;
        }
        if (!paused && spool.isEmpty() && handler != null) {
            handler.handle(chunk);
        } else if (!spool.keep(chunk)) {
            source.pause();
        }
    }

    /// Hands on what was kept, as long as the caller takes it.
    private void pass() {
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
        space.vertx().cancelTimer(timer);
        endIfEmpty();
    }

    private void endIfEmpty() {
        if (ended && spool.isEmpty() && endHandler != null) {
            var atEnd = endHandler;
            endHandler = null;
            atEnd.handle(null);
        }
    }

    /// A service that stops midway, or a caller for whom there is no room and who does not read on.
    private void watch() {
        timer =
                space.vertx()
                        .setTimer(
                                stall,
                                _ -> {
                                    if (moved) {
                                        moved = false;
                                        watch();
                                    } else {
                                        breakOff();
                                    }
                                });
    }

    private void breakOff() {
        space.vertx().cancelTimer(timer);
        // The library does not tell us that the answer is over.
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
            pass();
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

    /// The handler never hears of a failure: it would reset.
    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        return this;
    }
}
