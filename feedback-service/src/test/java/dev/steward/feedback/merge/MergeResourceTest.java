package dev.steward.feedback.merge;

import static dev.steward.feedback.ProductFixture.as;
import static dev.steward.feedback.ProductFixture.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.steward.feedback.ProductFixture;
import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.RecordedEvents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MergeResourceTest {

    @Inject DataSource database;

    private ProductFixture product;
    private UUID item;
    private String first;
    private String second;

    @BeforeEach
    void createTwoEntries() {
        product = ProductFixture.shop();
        item = product.item(unique("M"));
        first = product.feedback("dana", Map.of("text", "Dark mode"));
        second = product.feedback("sam", Map.of("text", "A dark theme"));
        as("max").body(Map.of()).post("/feedback/" + second + "/votes").then().statusCode(201);
        product.link(first, item, Map.of());
    }

    @Test
    void addsTheVotesOfBoth() {
        people(1);
        merge(second, first)
                .statusCode(200)
                .body("status", equalTo("MERGED"))
                .body("mergedInto", equalTo(first));
        people(3);
    }

    @Test
    void keepsTheLinksOfBoth() {
        var other = product.item(unique("M"));
        product.link(second, other, Map.of());
        merge(second, first).statusCode(200);
        people(3);
        as("olivia").get("/items/{i}/demand", other).then().body("personCount", equalTo(3));
    }

    @Test
    void crosswiseMergesDoNotWaitForEachOther() throws Exception {
        var third = product.feedback("dana", Map.of("text", "Night colours"));
        var fourth = product.feedback("sam", Map.of("text", "Less light"));
        var all = List.of(first, second, third, fourth);
        List<Callable<Integer>> merges = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            var one = all.get(i % 4);
            var other = all.get((i / 4 + i + 1) % 4);
            if (!one.equals(other)) {
                merges.add(() -> merge(one, other).extract().statusCode());
                merges.add(() -> unmerge(one).extract().statusCode());
            }
        }
        try (var people = Executors.newCachedThreadPool()) {
            for (var answer : people.invokeAll(merges)) {
                assertThat(answer.get()).isIn(200, 409);
            }
        }
    }

    @Test
    void unmergingLosesNobody() {
        var third = product.feedback("stella", Map.of("text", "Night colours"));
        merge(third, second).statusCode(200);
        merge(second, first).statusCode(200);
        people(4);
        unmerge(second)
                .statusCode(200)
                .body("status", equalTo("NEW"))
                .body("mergedInto", nullValue());
        people(1);
        product.link(second, item, Map.of());
        people(4);
        as("olivia").get("/feedback/" + third).then().body("status", equalTo("MERGED"));
        assertThat(happened(second)).containsExactly("received", "merged", "unmerged");
    }

    @Test
    void mergingAgainChangesNothing() {
        merge(second, first).statusCode(200);
        merge(second, first).statusCode(200).body("version", equalTo(2));
        unmerge(first).statusCode(409).body("code", equalTo("feedback-not-merged"));
    }

    @Test
    void aMergedEntryNamesTheOtherOne() {
        merge(second, first).statusCode(200);
        as("stella").body(Map.of()).post("/feedback/" + second + "/votes").then().statusCode(404);
        as("dana")
                .body(Map.of())
                .post("/feedback/" + second + "/votes")
                .then()
                .statusCode(409)
                .body("code", equalTo("feedback-closed"))
                .body("mergedInto", equalTo(first));
        as("olivia")
                .body(Map.of("itemId", item.toString()))
                .post("/feedback/" + second + "/links")
                .then()
                .statusCode(409);
        var third = product.feedback("dana", Map.of("text", "x"));
        merge(third, second).statusCode(409).body("mergedInto", equalTo(first));
        merge(second, third).statusCode(409).body("mergedInto", equalTo(first));
    }

    @Test
    void refusesImpossibleMerges() {
        merge(first, first).statusCode(422).body("errors[0].pointer", equalTo("/into"));
        merge(first, UUID.randomUUID().toString()).statusCode(404);
        as("olivia").body(Map.of()).post("/feedback/" + first + "/merge").then().statusCode(422);
        as("dana")
                .body(Map.of("into", first))
                .post("/feedback/" + second + "/merge")
                .then()
                .statusCode(403)
                .body("code", equalTo("missing-right"));
    }

    @Test
    void atOnceWithVotesAndLinksLeavesTheDemandOfAll() throws Exception {
        List<Callable<Integer>> writes = new ArrayList<>();
        var entries = new ArrayList<String>();
        for (var i = 0; i < 6; i++) {
            entries.add(product.feedback("dana", Map.of("text", "Race " + i)));
        }
        for (var entry : entries) {
            writes.add(() -> merge(entry, first).extract().statusCode());
            writes.add(() -> vote(entry, unique("voter")));
            writes.add(() -> vote(first, unique("voter")));
        }
        writes.add(() -> {
            product.link(second, item, Map.of());
            return 201;
        });
        try (var threads = Executors.newCachedThreadPool()) {
            for (var done : threads.invokeAll(writes)) {
                assertThat(done.get()).isIn(200, 201, 409);
            }
        }
        var terms = as("olivia").get("/items/{i}/demand", item);
        int people = terms.path("personCount");
        int counted = terms.<List<Integer>>path("terms.people").stream().mapToInt(n -> n).sum();
        assertThat(people).isEqualTo(counted);
    }

    @Test
    void publishesTheContractedEvents() {
        merge(second, first);
        unmerge(second);
        var all = events(second);
        GoldenSample.assertMatches("feedback", "feedback.merged", all.get(1));
        GoldenSample.assertMatches("feedback", "feedback.unmerged", all.get(2));
    }

    private static int vote(String entry, String voter) {
        return as("olivia")
                .body(Map.of("voter", Map.of("externalId", voter)))
                .post("/feedback/" + entry + "/votes")
                .statusCode();
    }

    private void people(int expected) {
        as("olivia").get("/items/{i}/demand", item).then().body("personCount", equalTo(expected));
    }

    private List<RecordedEvents.Recorded> events(String entry) {
        return new RecordedEvents(database)
                .of(UUID.fromString(entry)).stream()
                        .filter(event -> event.aggregateType().equals("feedback"))
                        .toList();
    }

    private List<String> happened(String entry) {
        return events(entry).stream()
                .map(event -> event.type().replaceAll(".*\\.([a-z-]+)\\.v1", "$1"))
                .toList();
    }

    private static ValidatableResponse merge(String entry, String into) {
        return as("olivia").body(Map.of("into", into)).post("/feedback/" + entry + "/merge").then();
    }

    private static ValidatableResponse unmerge(String entry) {
        return as("olivia").post("/feedback/" + entry + "/unmerge").then();
    }
}
