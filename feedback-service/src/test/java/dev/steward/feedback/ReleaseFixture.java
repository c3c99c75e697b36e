package dev.steward.feedback;

import static dev.steward.platform.testing.Eventually.eventually;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.Kafka;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;

/// A release as backlog-service publishes it, and the work on its items as sprint-service does.
public record ReleaseFixture(ProductFixture product, UUID id, String name, List<UUID> items) {

    public static ReleaseFixture of(ProductFixture product, UUID... items) {
        var id = UuidCreator.getTimeOrderedEpoch();
        return new ReleaseFixture(product, id, "R-" + id, List.of(items));
    }

    public static ReleaseFixture planned(ProductFixture product, UUID... items) {
        var release = of(product, items);
        release.happens("planned", 1);
        return release;
    }

    /// Publishes version 2 of a planned release.
    public ReleaseFixture publishReleased() {
        happens("released", 2);
        eventually().until(() -> notification().path("openedAt") != null);
        return this;
    }

    public void happens(String event, int version) {
        Kafka.publishAndAwait(sample(event, version));
    }

    public GoldenSample sample(String event, int version) {
        return GoldenSample.read("backlog", "release." + event)
                .about(product.id(), id, version)
                .withState("name", name)
                .withState("itemIds", items);
    }

    public static GoldenSample work(ProductFixture product, UUID item, String event, int version) {
        return GoldenSample.read("sprint", "work." + event)
                .about(product.id(), item, version)
                .withState("itemId", item);
    }

    public Response notification() {
        return ProductFixture.as("olivia").get("/releases/" + id + "/loop?limit=500");
    }
}
