package dev.steward.backlog.item.details;

import static dev.steward.backlog.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.steward.platform.testing.RecordedEvents;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ItemResourceTest {

    @Inject DataSource database;

    private UUID product;

    @BeforeEach
    void begin() {
        product = as("olivia").newProduct();
        as("olivia").makes("dana", "DEVELOPER", product);
        as("olivia").makes("stella", "STAKEHOLDER", product);
    }

    @Test
    void aNewItemHasANumberAKeyAndARank() {
        var created =
                as("olivia").post(items(), "{\"type\":\"STORY\",\"title\":\"Keep the basket\"}");
        created.then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/items/" + created.path("id")))
                .header("Steward-Version", containsString("item:"))
                .body("number", equalTo(1))
                .body("key", endsWith("-1"))
                .body("status", equalTo("NEW"))
                .body("rank", equalTo("0000001V"))
                .body("readiness.failing", equalTo(List.of("estimate", "criteria")))
                .body("createdBy.name", equalTo("Olivia"))
                .body("version", equalTo(1));
    }

    @Test
    void theCreatedEventNamesItsRank() {
        var item = as("olivia").newItem(product, "Keep the basket");
        var events = new RecordedEvents(database).of(item);
        assertThat(events)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.type()).isEqualTo("steward.backlog.item.created.v1");
                    assertThat(event.change().at("/rank/to").asText()).isEqualTo("0000001V");
                });
    }

    @Test
    void itIsFoundByItsKeyToo() {
        var item = as("olivia").newItem(product, "Keep the basket");
        String key = as("olivia").get("/items/" + item).path("key");
        as("dana").get("/items/" + key).then().statusCode(200).body("id", equalTo(item.toString()));
    }

    @Test
    void forAnOutsiderItDoesNotExist() {
        var item = as("olivia").newItem(product, "Keep the basket");
        as("otto").get("/items/" + item).then().statusCode(404);
        as("otto").post("/items/" + item + "/drop").then().statusCode(404);
        as("otto").get("/items/no-item").then().statusCode(404);
    }

    @Test
    void answersNotModifiedWhenNothingChanged() {
        var item = as("olivia").newItem(product, "Keep the basket");
        var etag = as("dana").get("/items/" + item).header("ETag");
        as("dana")
                .request()
                .header("If-None-Match", etag)
                .get("/api/v1/items/" + item)
                .then()
                .statusCode(304);
    }

    @Test
    void theOwnerMayNotEstimate() {
        var item = as("olivia").newItem(product, "Keep the basket");
        as("olivia")
                .patch("/items/" + item, "*", "{\"estimate\":5}")
                .then()
                .statusCode(403)
                .body("right", equalTo("ESTIMATE"));
        as("olivia")
                .post(items(), "{\"type\":\"BUG\",\"title\":\"x\",\"estimate\":5}")
                .then()
                .statusCode(403)
                .body("right", equalTo("ESTIMATE"));
    }

    @Test
    void whatOneMayOnlyProposeIsNotDone() {
        as("stella")
                .post(items(), "{\"type\":\"STORY\",\"title\":\"Gift cards\"}")
                .then()
                .statusCode(403)
                .body("code", equalTo("proposals-not-available"));
    }

    @Test
    void eachKindOfChangeHasItsOwnEvent() {
        as("olivia").makes("dora", "DEVELOPER", product);
        var item = as("olivia").newItem(product, "Keep the basket");
        as("olivia")
                .patch(
                        "/items/" + item,
                        "\"1\"",
                        "{\"title\":\"Keep the basket warm\",\"value\":13}")
                .then()
                .statusCode(200)
                .body("version", equalTo(3));
        assertThat(new RecordedEvents(database).of(item))
                .extracting(RecordedEvents.Recorded::type)
                .containsExactly(
                        "steward.backlog.item.created.v1",
                        "steward.backlog.item.edited.v1",
                        "steward.backlog.item.valued.v1");
    }

    @Test
    void aPatchThatChangesNothingLeavesTheVersion() {
        var item = as("olivia").newItem(product, "Keep the basket");
        as("olivia")
                .patch("/items/" + item, "\"1\"", "{\"title\":\"Keep the basket\"}")
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @Test
    void nullDeletes() {
        var item = as("olivia").newItem(product, "Keep the basket");
        as("dana").patch("/items/" + item, "*", "{\"estimate\":5}").then().statusCode(200);
        as("dana")
                .patch("/items/" + item, "*", "{\"estimate\":null}")
                .then()
                .statusCode(200)
                .body("estimate", nullValue());
    }

    @Test
    void aTitleCannotBeDeleted() {
        var item = as("olivia").newItem(product, "Keep the basket");
        as("olivia")
                .patch("/items/" + item, "*", "{\"title\":null}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/title"));
    }

    @Test
    void fieldsThatAreNotThereAreRefused() {
        var item = as("olivia").newItem(product, "Keep the basket");
        as("olivia").patch("/items/" + item, "*", "{\"status\":\"READY\"}").then().statusCode(400);
        as("olivia")
                .post(items(), "{\"type\":\"STORY\",\"title\":\"x\",\"rank\":\"A\"}")
                .then()
                .statusCode(400);
    }

    @Test
    void whoMayWorkOnAnItemTicksItsCriteria() {
        as("olivia").makes("max", "MANAGER", product);
        var item = as("olivia").newItem(product, "Keep the basket");
        var path = "/items/" + item;
        String id =
                as("olivia")
                        .patch(path, "*", "{\"acceptanceCriteria\":[{\"text\":\"y\"}]}")
                        .then()
                        .statusCode(200)
                        .body("acceptanceCriteria[0].met", equalTo(false))
                        .extract()
                        .path("acceptanceCriteria[0].id");
        var ticked =
                "{\"acceptanceCriteria\":[{\"id\":\"%s\",\"text\":\"y\",\"met\":true}]}"
                        .formatted(id);
        as("max").patch(path, "*", ticked).then().statusCode(403).body("right", equalTo("WORK"));
        as("dana")
                .patch(path, "*", ticked)
                .then()
                .statusCode(200)
                .body("acceptanceCriteria[0].met", equalTo(true));
        as("max").patch(path, "*", ticked).then().statusCode(200);
    }

    @Test
    void theCriteriaOfANewItemAreOpen() {
        as("olivia")
                .post(
                        items(),
                        "{\"type\":\"STORY\",\"title\":\"x\",\"acceptanceCriteria\":[{\"text\":\"y\",\"met\":true}]}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/acceptanceCriteria/0/met"));
    }

    @Test
    void impactHasFiveSteps() {
        as("olivia")
                .post(items(), "{\"type\":\"STORY\",\"title\":\"x\",\"impact\":4}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/impact"));
    }

    @Test
    void aTextWithANulCharacterIsRefusedNotFailed() {
        as("olivia")
                .post(items(), "{\"type\":\"STORY\",\"title\":\"a\\u0000b\"}")
                .then()
                .statusCode(400);
        as("olivia").getRaw("/items/%00").then().statusCode(400);
        as("olivia").getRaw(items() + "?label=%00").then().statusCode(400);
    }

    @Test
    void noEffortIsAnEstimateToo() {
        var item = as("olivia").newItem(product, "Nothing to do");
        as("dana")
                .patch("/items/" + item, "*", "{\"estimate\":0}")
                .then()
                .statusCode(200)
                .body("estimate", equalTo(0));
    }

    @Test
    void aChangeNeedsTheVersionThatItIsBasedOn() {
        var item = as("olivia").newItem(product, "Keep the basket");
        as("olivia")
                .request()
                .contentType("application/merge-patch+json")
                .body("{\"title\":\"x\"}")
                .patch("/api/v1/items/" + item)
                .then()
                .statusCode(428);
        as("olivia")
                .patch("/items/" + item, "\"9\"", "{\"title\":\"x\"}")
                .then()
                .statusCode(412)
                .body("current.title", equalTo("Keep the basket"));
        as("olivia")
                .request()
                .header("If-Match", "\"9\"")
                .post("/api/v1/items/" + item + "/ready")
                .then()
                .statusCode(412)
                .body("current.status", equalTo("NEW"));
    }

    @Test
    void anItemGoesThroughItsStates() {
        var item = as("olivia").newItem(product, "Keep the basket");
        as("dana")
                .post("/items/" + item + "/refine")
                .then()
                .statusCode(200)
                .body("status", equalTo("REFINING"));
        as("dana")
                .post("/items/" + item + "/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("READY"));
        as("olivia")
                .post("/items/" + item + "/drop", "{\"reason\":\"nobody asked again\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("DROPPED"));
        as("olivia")
                .post("/items/" + item + "/restore")
                .then()
                .statusCode(200)
                .body("status", equalTo("READY"));
        assertThat(new RecordedEvents(database).of(item))
                .extracting(event -> event.type().replaceAll(".*item\\.(.*)\\.v1", "$1"))
                .containsExactly("created", "refining", "readied", "dropped", "restored");
    }

    @Test
    void aStepThatTheStateForbidsNamesTheState() {
        var item = as("olivia").newItem(product, "Keep the basket");
        as("olivia")
                .post("/items/" + item + "/restore")
                .then()
                .statusCode(409)
                .body("code", equalTo("item-is-new"))
                .body("itemStatus", equalTo("NEW"))
                .body("allowed", equalTo(List.of("refine", "ready", "drop")))
                .body("detail", containsString("NEW"));
    }

    @Test
    void developersDoNotDropItems() {
        var item = as("olivia").newItem(product, "Keep the basket");
        as("dana").post("/items/" + item + "/drop").then().statusCode(403);
    }

    @Test
    void aRepeatedCreationIsOneItem() {
        var key = UUID.randomUUID().toString();
        var body = "{\"type\":\"STORY\",\"title\":\"Once\"}";
        var first =
                as("olivia")
                        .request()
                        .header("Idempotency-Key", key)
                        .body(body)
                        .post("/api/v1" + items());
        var again =
                as("olivia")
                        .request()
                        .header("Idempotency-Key", key)
                        .body(body)
                        .post("/api/v1" + items());
        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(again.<String>path("id")).isEqualTo(first.<String>path("id"));
    }

    @Test
    void writersOfOneProductGetNumbersOfTheirOwn() throws Exception {
        try (var writers = Executors.newCachedThreadPool()) {
            var tasks =
                    IntStream.range(0, 12)
                            .<Callable<UUID>>mapToObj(
                                    i -> () -> as("olivia").newItem(product, "Item " + i))
                            .toList();
            for (var made : writers.invokeAll(tasks)) {
                assertThat(made.get()).isNotNull();
            }
        }
        as("olivia").get(items()).then().body("items.number.unique()", hasSize(12));
    }

    @Test
    void aPlaceAtTheTopIsTheFirstRank() {
        as("olivia").newItem(product, "First");
        as("olivia")
                .post(
                        items(),
                        "{\"type\":\"STORY\",\"title\":\"Urgent\",\"place\":{\"to\":\"TOP\"}}")
                .then()
                .statusCode(201)
                .body("rank", notNullValue());
        as("olivia").get(items()).then().body("items.title", equalTo(List.of("Urgent", "First")));
    }

    private String items() {
        return "/products/" + product + "/items";
    }
}
