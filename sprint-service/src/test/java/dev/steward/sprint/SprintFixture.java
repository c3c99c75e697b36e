package dev.steward.sprint;

import static dev.steward.sprint.Api.as;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.Kafka;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A team of a product: its items as events of backlog-service, its sprints through the API.
public record SprintFixture(ProductFixture product, UUID team) {

    private static final class Shop {
        static final ProductFixture PRODUCT = ProductFixture.withEverybody();
    }

    /// A new team in a product that all tests share.
    public static SprintFixture withTeam() {
        return withTeamIn(Shop.PRODUCT);
    }

    public static SprintFixture withTeamIn(ProductFixture product) {
        var body =
                Map.of(
                        "name",
                        "Team " + UUID.randomUUID(),
                        "timeZone",
                        "UTC",
                        "workingDays",
                        List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"));
        return new SprintFixture(
                product, id(as("sam").post("/products/" + product.key() + "/teams", body)));
    }

    public String products() {
        return "/products/" + product.key();
    }

    /// Publishes READY items with these estimates and waits until they are known here.
    public List<UUID> readyItems(int... estimates) {
        List<UUID> items = new ArrayList<>();
        List<GoldenSample> samples = new ArrayList<>();
        for (var estimate : estimates) {
            var item = UuidCreator.getTimeOrderedEpoch();
            items.add(item);
            samples.add(item(item, 1).withState("estimate", estimate));
        }
        Kafka.publishAndAwait(samples);
        return items;
    }

    /// An event of an item that is READY and has the estimate 5.
    public GoldenSample item(UUID item, long version) {
        return GoldenSample.read("backlog", "item.readied")
                .about(product.id(), item, version)
                .withState("key", keyOf(item))
                .withState("status", "READY");
    }

    public GoldenSample dropped(UUID item, long version) {
        return item(item, version)
                .ofType("steward.backlog.item.dropped.v1")
                .withState("status", "DROPPED");
    }

    public String keyOf(UUID item) {
        return product.key() + "-" + (item.getLeastSignificantBits() >>> 33);
    }

    /// PLANNED, with a goal and dates.
    public UUID sprint() {
        return sprint("2026-01-12", "2026-01-23");
    }

    public UUID sprint(String start, String end) {
        return id(as("sam").post(products() + "/sprints", newSprint(start, end)));
    }

    public Map<String, Object> newSprint(String start, String end) {
        Map<String, Object> newSprint = new HashMap<>();
        newSprint.put("teamId", team);
        newSprint.put("name", "Sprint 12");
        newSprint.put("goal", "Customers pay by invoice");
        newSprint.put("startDate", start);
        newSprint.put("endDate", end);
        return newSprint;
    }

    /// PLANNED with these items in it.
    public UUID planned(List<UUID> items) {
        var sprint = sprint();
        select("sam", sprint, items).then().statusCode(200);
        return sprint;
    }

    /// ACTIVE with these items in it.
    public UUID active(List<UUID> items) {
        var sprint = items.isEmpty() ? sprint() : planned(items);
        start(sprint).then().statusCode(200);
        return sprint;
    }

    public Response select(String subject, UUID sprint, List<?> items) {
        return as(subject).post("/sprints/" + sprint + "/items", Map.of("itemIds", items));
    }

    public Response start(UUID sprint) {
        return as("sam").post("/sprints/" + sprint + "/start", null);
    }

    public Response close(UUID sprint, String others) {
        return as("sam").post("/sprints/" + sprint + "/close", Map.of("others", others));
    }

    /// Closes the sprint as dana, who may estimate: splits one item and returns the other open
    /// ones.
    public Response split(UUID sprint, UUID item, int rest) {
        var decision =
                Map.of(
                        "itemId",
                        item,
                        "decision",
                        "SPLIT",
                        "rest",
                        Map.of("title", "The rest", "estimate", rest));
        return as("dana")
                .post(
                        "/sprints/" + sprint + "/close",
                        Map.of("decisions", List.of(decision), "others", "BACKLOG"));
    }

    public Response work(UUID item, Map<String, ?> patch) {
        return as("dana").patch("/items/" + item + "/work", "*", patch);
    }

    public void finish(UUID item) {
        work(item, Map.of("status", "IN_PROGRESS")).then().statusCode(200);
        work(item, Map.of("status", "DONE")).then().statusCode(200);
    }

    private static UUID id(Response created) {
        return UUID.fromString(created.then().statusCode(201).extract().path("id"));
    }
}
