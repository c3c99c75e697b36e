package dev.steward.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/// The body of an answer; where it breaks off, the caller's connection is closed, so that the
/// caller cannot take the part for the whole. The library's way, `response.reset()`, tells nobody
/// that the request is over (vert.x 4.5): Quarkus would wait for it at shutdown, in vain.
class AnswerBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> body;
    private final HttpConnection caller;

    AnswerBody(ReadStream<Buffer> body, HttpConnection caller) {
        this.body = body;
        this.caller = caller;
    }

    /// The handler never hears of a failure: it would reset.
    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        body.exceptionHandler(handler == null ? null : _ -> caller.close().onComplete(_ -> {}));
        return this;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        body.handler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        body.endHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        body.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        body.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        body.fetch(amount);
        return this;
    }
}
