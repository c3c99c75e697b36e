package dev.steward.gateway.body;

import dev.steward.gateway.limit.Permit;
import dev.steward.gateway.limit.SharedCapacity;
import dev.steward.gateway.limit.SharedCapacity.Taken;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.streams.ReadStream;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/// Makes answers independent of how fast their callers read.
@Singleton
public class AnswerBodies {

    private final BodySpace space;
    private final SharedCapacity compressors = new SharedCapacity(128, 32);

    AnswerBodies(BodySpace space) {
        this.space = space;
    }

    /// @param caller the caller's connection
    /// @param stall without a byte for so long, the answer is broken off
    public ReadStream<Buffer> of(
            ReadStream<Buffer> source, HttpConnection caller, Permit permit, Duration stall) {
        return new AnswerBody(source, caller, space, permit, stall.toMillis());
    }

    /// Compressed, unless too many are being compressed already: each takes a quarter of a megabyte
    /// outside the heap until the request is over.
    public Optional<ReadStream<Buffer>> gzipped(ReadStream<Buffer> source, Permit permit) {
        if (compressors.take(permit.payer(), 1) != Taken.GRANTED) {
            return Optional.empty();
        }
        permit.onRelease(() -> compressors.give(permit.payer(), 1));
        var gzipped = new Gzipped(source);
        permit.onRelease(gzipped::close);
        return Optional.of(gzipped);
    }
}
