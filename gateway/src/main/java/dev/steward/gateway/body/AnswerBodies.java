package dev.steward.gateway.body;

import dev.steward.gateway.limit.Permit;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.streams.ReadStream;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Makes answers independent of how fast their callers read.
@Singleton
public class AnswerBodies {

    private final BodySpace space;

    AnswerBodies(BodySpace space) {
        this.space = space;
    }

    /// @param caller the caller's connection
    /// @param stall without a byte for so long, the answer is broken off
    public ReadStream<Buffer> of(
            ReadStream<Buffer> source, HttpConnection caller, Permit permit, Duration stall) {
        return new AnswerBody(source, caller, space, permit, stall.toMillis());
    }
}
