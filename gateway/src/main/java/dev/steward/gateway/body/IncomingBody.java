package dev.steward.gateway.body;

import dev.steward.gateway.limit.BodyLimit;
import dev.steward.gateway.limit.Permit;
import dev.steward.gateway.limit.SharedCapacity.Taken;
import dev.steward.gateway.problem.Problem;
import dev.steward.gateway.problem.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/// The body of one request while it arrives: one block in memory; when the block is full, it goes
/// to disk and the next one begins.
class IncomingBody {

    private final HttpServerRequest request;
    private final BodySpace space;
    private final Permit permit;
    private final long limit;
    private final long announced;
    private final long begun = System.nanoTime();
    private final Promise<ReceivedBody> arrived = Promise.promise();
    private Buffer block = Buffer.buffer();
    private @Nullable AsyncFile file;
    private long received;
    private long written;
    private long timer;

    IncomingBody(HttpServerRequest request, BodySpace space, Permit permit, long limit) {
        this.request = request;
        this.space = space;
        this.permit = permit;
        this.limit = limit;
        var length = request.getHeader("Content-Length");
        announced = length == null ? limit : Long.parseLong(length);
    }

    Future<ReceivedBody> receive() {
        var taken = space.takeMemory(permit, Math.min(announced, space.block()));
        if (taken != Taken.GRANTED) {
            return Future.failedFuture(noRoom(taken));
        }
        request.handler(this::add);
        request.endHandler(_ -> end());
        request.exceptionHandler(_ -> fail(tooSlow()));
        watchPace(space.limits().patience().toMillis());
        request.resume();
        return arrived.future().onComplete(_ -> space.vertx().cancelTimer(timer));
    }

    private void add(Buffer chunk) {
        received += chunk.length();
        if (received > limit) {
            fail(BodyLimit.problem(limit));
            return;
        }
        block.appendBuffer(chunk);
        if (block.length() >= space.block()) {
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
        var taken = space.takeDisk(permit, announced);
        if (taken != Taken.GRANTED) {
            return Future.failedFuture(noRoom(taken));
        }
        permit.onRelease(() -> space.giveDisk(permit, announced));
        return space.open(permit).onSuccess(opened -> file = opened);
    }

    private void watchPace(long millis) {
        timer = space.vertx().setTimer(millis, _ -> checkPace());
    }

    /// Half of the patience is left out of the account: a line may falter.
    private void checkPace() {
        var patience = space.limits().patience();
        var counted = System.nanoTime() - begun - patience.toNanos() / 2;
        var expected = space.limits().slowest().asLongValue() * (counted / 1e9);
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
                        : Problem.of("overloaded", "The body could not be kept.").retryAfter(5);
        fail(problem);
    }

    private void fail(Problem problem) {
        request.handler(null);
        arrived.tryFail(new ProblemException(problem));
    }

    private static Problem tooSlow() {
        return Problem.of("request-timeout", "The body of the request did not arrive in time.");
    }

    private static ProblemException noRoom(Taken taken) {
        var problem =
                taken == Taken.CALLERS_SHARE_IN_USE
                        ? Problem.of("too-many-at-once", "Too many large bodies of yours are here.")
                        : Problem.of("overloaded", "Too many large bodies are here.");
        return new ProblemException(problem.retryAfter(5));
    }
}
