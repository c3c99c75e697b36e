package dev.steward.gateway.body;

import dev.steward.gateway.limit.BodyLimit;
import dev.steward.gateway.limit.Permit;
import dev.steward.gateway.limit.SharedCapacity.Acquisition;
import dev.steward.gateway.problem.Problem;
import dev.steward.gateway.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/// The body of a request while it arrives: one block in memory, which is written to disk when it is
/// full.
class IncomingBody {

    private final HttpServerRequest request;
    private final BodyStorage storage;
    private final Permit permit;
    private final long limit;
    private final long declaredLength;
    private final long startedNanos = System.nanoTime();
    private final Promise<ReceivedBody> arrived = Promise.promise();
    private Buffer block = Buffer.buffer();
    private @Nullable AsyncFile file;
    private long received;
    private long written;
    private long timer;

    IncomingBody(HttpServerRequest request, BodyStorage storage, Permit permit, long limit) {
        this.request = request;
        this.storage = storage;
        this.permit = permit;
        this.limit = limit;
        var length = request.getHeader("Content-Length");
        declaredLength = length == null ? limit : Long.parseLong(length);
    }

    Future<ReceivedBody> receive() {
        var acquired = storage.acquireMemory(permit, Math.min(declaredLength, storage.block()));
        if (acquired != Acquisition.GRANTED) {
            return Future.failedFuture(noRoom(acquired));
        }
        request.handler(this::add);
        request.endHandler(_ -> end());
        request.exceptionHandler(_ -> fail(tooSlow()));
        watchPace(storage.limits().patience().toMillis());
        request.resume();
        return arrived.future().onComplete(_ -> storage.vertx().cancelTimer(timer));
    }

    private void add(Buffer chunk) {
        received += chunk.length();
        if (received > limit) {
            fail(BodyLimit.problem(limit));
            return;
        }
        block.appendBuffer(chunk);
        if (block.length() >= storage.block()) {
            request.pause();
            store().onSuccess(_ -> request.resume()).onFailure(this::diskFailed);
        }
    }

    private void end() {
        if (file == null) {
            arrived.tryComplete(new ReceivedBody.InMemory(block));
        } else {
            store().onSuccess(
                            stored -> arrived.tryComplete(new ReceivedBody.OnDisk(stored, written)))
                    .onFailure(this::diskFailed);
        }
    }

    private Future<AsyncFile> store() {
        var full = block;
        block = Buffer.buffer();
        var position = written;
        written += full.length();
        return file().compose(opened -> opened.write(full, position).map(opened));
    }

    private Future<AsyncFile> file() {
        if (file != null) {
            return Future.succeededFuture(file);
        }
        var acquired = storage.acquireDisk(permit, declaredLength);
        if (acquired != Acquisition.GRANTED) {
            return Future.failedFuture(noRoom(acquired));
        }
        permit.onRelease(() -> storage.releaseDisk(permit, declaredLength));
        return storage.open(permit).onSuccess(opened -> file = opened);
    }

    private void watchPace(long millis) {
        timer = storage.vertx().setTimer(millis, _ -> checkPace());
    }

    /// Half of the configured time is not counted, because a connection may stall for a moment.
    private void checkPace() {
        var patience = storage.limits().patience();
        var counted = System.nanoTime() - startedNanos - patience.toNanos() / 2;
        var expected = storage.limits().slowest().asLongValue() * (counted / 1e9);
        if (received < expected) {
            fail(tooSlow());
        } else if (!arrived.future().isComplete()) {
            watchPace(patience.toMillis() / 2);
        }
    }

    private void diskFailed(Throwable cause) {
        var problem =
                cause instanceof ProblemException known
                        ? known.problem()
                        : Problem.of("overloaded", "The body could not be stored.").retryAfter(5);
        fail(problem);
    }

    private void fail(Problem problem) {
        request.handler(null);
        arrived.tryFail(new ProblemException(problem));
    }

    private static Problem tooSlow() {
        return Problem.of("request-timeout", "The body of the request arrived too slowly.");
    }

    private static ProblemException noRoom(Acquisition acquired) {
        var problem =
                acquired == Acquisition.CALLERS_SHARE_IN_USE
                        ? Problem.of(
                                "too-many-at-once",
                                "The gateway is storing too many large bodies of yours.")
                        : Problem.of("overloaded", "The gateway is storing too many large bodies.");
        return new ProblemException(problem.retryAfter(5));
    }
}
