package dev.steward.bench.load;

import dev.steward.bench.BenchFailure;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;

/// Requests at a fixed rate, whether or not the answers keep up, as the world sends them. A latency
/// begins when the request was due, so that a stall counts for all who waited behind it.
public final class OpenLoop implements AutoCloseable {

    private static final int CONNECTIONS = 64;
    private static final long LONGEST = Duration.ofSeconds(60).toNanos();

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client =
            vertx.createHttpClient(
                    new HttpClientOptions().setPipelining(false).setIdleTimeout(0),
                    new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(-1));
    private final String token;
    private final int rate;

    /// @param rate requests per second
    public OpenLoop(String token, int rate) {
        this.token = token;
        this.rate = rate;
    }

    public LoadSource line(String name, URI base, List<String> ids) {
        return new LoadSource(name, duration -> run(base, ids, duration));
    }

    private Sample run(URI base, List<String> ids, Duration duration) {
        var histogram = new ConcurrentHistogram(LONGEST, 3);
        var failed = new AtomicLong();
        var open = new Phaser(1);
        var gap = 1_000_000_000L / rate;
        var begun = System.nanoTime();
        var count = duration.toSeconds() * rate;
        for (var i = 0; i < count; i++) {
            var due = begun + i * gap;
            for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            open.register();
            get(base, ids.get(i % ids.size()))
                    .onComplete(status -> {
                        histogram.recordValue(Math.min(LONGEST, System.nanoTime() - due));
                        if (status.failed() || status.result() != 200) {
                            failed.incrementAndGet();
                        }
                        open.arriveAndDeregister();
                    });
        }
        open.arriveAndAwaitAdvance();
        if (failed.get() > 0) {
            throw new BenchFailure(failed + " of " + count + " requests to " + base + " failed");
        }
        return new Sample(
                count * 1e9 / (System.nanoTime() - begun),
                histogram.getValueAtPercentile(50) / 1e6,
                histogram.getValueAtPercentile(99) / 1e6,
                Map.of());
    }

    private io.vertx.core.Future<Integer> get(URI base, String id) {
        return client.request(HttpMethod.GET, base.getPort(), base.getHost(), "/api/v1/items/" + id)
                .map(request -> request.putHeader("Authorization", "Bearer " + token))
                .compose(HttpClientRequest::send)
                .compose(OpenLoop::status);
    }

    private static io.vertx.core.Future<Integer> status(HttpClientResponse response) {
        return response.body().map(_ -> response.statusCode());
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
