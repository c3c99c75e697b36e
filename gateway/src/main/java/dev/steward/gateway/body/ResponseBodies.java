package dev.steward.gateway.body;

import dev.steward.gateway.limit.Permit;
import dev.steward.gateway.limit.SharedCapacity;
import dev.steward.gateway.limit.SharedCapacity.Acquisition;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.streams.ReadStream;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/// Buffers the bodies of responses, so that a slow caller does not hold up the service.
@Singleton
public class ResponseBodies {

    private final BodyStorage storage;
    private final SharedCapacity compressors = new SharedCapacity(128, 32);

    ResponseBodies(BodyStorage storage) {
        this.storage = storage;
    }

    /// @param caller the connection of the caller
    /// @param stall the response is broken off when no byte arrives for this long
    public ReadStream<Buffer> of(
            ReadStream<Buffer> source, HttpConnection caller, Permit permit, Duration stall) {
        return new ResponseBody(source, caller, storage, permit, stall.toMillis());
    }

    /// The compressed body; empty when too many are being compressed already, because each takes a
    /// quarter of a megabyte outside the heap until the request is over.
    public Optional<ReadStream<Buffer>> gzipped(ReadStream<Buffer> source, Permit permit) {
        if (compressors.acquire(permit.countedCaller(), 1) != Acquisition.GRANTED) {
            return Optional.empty();
        }
        permit.onRelease(() -> compressors.release(permit.countedCaller(), 1));
        var gzipped = new GzipStream(source);
        permit.onRelease(gzipped::close);
        return Optional.of(gzipped);
    }
}
