package dev.steward.bench.figure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.steward.bench.Api;
import dev.steward.bench.BenchFailure;
import dev.steward.bench.Product;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// Imports into a product, from the first byte sent to the job's end.
record Import(Api api, Product product, Clock clock) {

    private static final Set<String> UNDER_WAY = Set.of("PENDING", "RUNNING");

    /// Rarely: looking is work for the same service, and the job says itself when it ended.
    private static final Duration LOOK = Duration.ofMillis(200);

    Import(Api api, Product product) {
        this(api, product, Clock.systemUTC());
    }

    /// @param upload seconds until the job was accepted
    /// @param whole seconds until it had ended
    record Took(double upload, double whole) {}

    Took run(GeneratedCsv csv) {
        var text = csv.text();
        var begun = clock.instant();
        var accepted =
                api.send(
                        api.request("/products/" + product.id() + "/imports?system=jira")
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofString(text)));
        var upload = Duration.between(begun, clock.instant());
        var job = ended(Api.header(accepted, "Location").replaceFirst(".*/api/v1", ""));
        var whole = Duration.between(begun, Instant.parse(job.get("endedAt").asText()));
        if (!job.get("status").asText().equals("SUCCEEDED")
                || job.get("counts").get("failed").asInt() != 0) {
            throw new BenchFailure("an import failed: " + job);
        }
        return new Took(seconds(upload), seconds(whole));
    }

    private JsonNode ended(String path) {
        try {
            var job = Api.json(api.get(path));
            while (UNDER_WAY.contains(job.get("status").asText())) {
                Thread.sleep(LOOK);
                job = Api.json(api.get(path));
            }
            return job;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted", e);
        }
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
