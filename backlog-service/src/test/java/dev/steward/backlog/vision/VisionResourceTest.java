package dev.steward.backlog.vision;

import static dev.steward.backlog.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.steward.backlog.Backlog;
import dev.steward.backlog.Backlogs;
import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.RecordedEvents;
import dev.steward.platform.testing.StatementCount;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Visions over HTTP.
@QuarkusTest
class VisionResourceTest {

    @Inject Backlogs backlogs;

    @Inject DataSource dataSource;

    @Inject StatementCount statements;

    private Backlog backlog;

    @BeforeEach
    void begin() {
        backlog = backlogs.withItems(0);
    }

    @Test
    void isPublishedForAllToRead() {
        as(reader()).get(vision()).then().statusCode(404);

        as(owner())
                .put(
                        vision(),
                        Map.of(
                                "statement", "Remember",
                                "targetGroup", "Households",
                                "needs", "To find it again",
                                "product", "A basket",
                                "businessGoals", "Baskets sold",
                                "status", "PUBLISHED"))
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .header("Location", endsWith(vision()));
        as(reader())
                .get(vision())
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"))
                .body("statement", equalTo("Remember"))
                .body("targetGroup", equalTo("Households"))
                .body("needs", equalTo("To find it again"))
                .body("product", equalTo("A basket"))
                .body("businessGoals", equalTo("Baskets sold"))
                .body("writtenBy.subject", equalTo(owner()))
                .body("supersededAt", nullValue())
                .body("version", equalTo(1));
    }

    @Test
    void aDraftIsForThoseWhoMayChangeIt() {
        put("Remember", "PUBLISHED", null).then().statusCode(201);
        put("Remember more", "DRAFT", "\"1\"")
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"));

        as(reader()).get(vision()).then().body("statement", equalTo("Remember"));
        as(reader())
                .get(vision() + "?draft=true")
                .then()
                .statusCode(403)
                .body("right", equalTo("VISION"));
        as(backlog.member("MANAGER"))
                .get(vision() + "?draft=true")
                .then()
                .statusCode(200)
                .body("statement", equalTo("Remember more"));

        put("Remember all", "PUBLISHED", "\"2\"").then().statusCode(200);
        as(owner()).get(vision() + "?draft=true").then().statusCode(404);
        as(reader()).get(vision()).then().body("statement", equalTo("Remember all"));
    }

    @Test
    void nobodyPublishesOverADraftThatTheyHaveNotSeen() {
        put("Remember", "PUBLISHED", null).then().statusCode(201);
        put("Remember more", "PUBLISHED", null).then().statusCode(428);
        put("Remember more", "DRAFT", "\"1\"").then().statusCode(200);

        put("Forget", "PUBLISHED", "\"1\"")
                .then()
                .statusCode(412)
                .body("current.statement", equalTo("Remember more"));
    }

    @Test
    void supersedesTheOneBefore() {
        put("First", "PUBLISHED", null).then().statusCode(201);
        put("Second", "DRAFT", "*").then().statusCode(200);
        put("Second", "PUBLISHED", "*").then().statusCode(200);
        put("Third", "PUBLISHED", "*").then().statusCode(200);

        var page = as(reader()).get(vision() + "/history?limit=2");
        page.then()
                .statusCode(200)
                .body("items.statement", contains("Third", "Second"))
                .body("items.status", contains("PUBLISHED", "SUPERSEDED"))
                .body("items.version", contains(4, 3))
                .body("items[1].supersededAt", notNullValue());
        as(reader())
                .get(vision() + "/history?limit=2&cursor=" + page.path("page.next"))
                .then()
                .body("items.statement", contains("First"))
                .body("items.status", contains("SUPERSEDED"))
                .body("page.next", nullValue());
    }

    @Test
    void aPageOfItsHistoryIsOneStatement() {
        put("First", "PUBLISHED", null).then().statusCode(201);
        put("Second", "PUBLISHED", "*").then().statusCode(200);
        // One of them reads the caller's rights.
        assertThat(
                        statements.of(() ->
                                as(reader()).get(vision() + "/history").then().statusCode(200)))
                .isEqualTo(2);
    }

    @Test
    void sayingTheSameAgainChangesNothing() {
        put("Remember", "PUBLISHED", null).then().statusCode(201);
        put("Remember", "PUBLISHED", "*").then().statusCode(200).body("version", equalTo(1));
        assertThat(new RecordedEvents(dataSource).of(backlog.product())).hasSize(1);
    }

    @Test
    void ofRacingFirstOnesExactlyOneIsCreated() throws Exception {
        try (var people = Executors.newCachedThreadPool()) {
            var answers =
                    IntStream.range(0, 6)
                            .mapToObj(i ->
                                    people.submit(() ->
                                            put("Vision " + i, "PUBLISHED", null).statusCode()))
                            .toList();
            var won = 0;
            for (var answer : answers) {
                assertThat(answer.get()).isIn(201, 428);
                won += answer.get() == 201 ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    void isWrittenByOwnerAndManager() {
        var body = Map.of("statement", "Mine", "status", "DRAFT");
        as(reader()).put(vision(), body).then().statusCode(403).body("right", equalTo("VISION"));
        as("a-stranger").get(vision()).then().statusCode(404);
        as(backlog.member("MANAGER")).put(vision(), body).then().statusCode(201);
    }

    @Test
    void wantsAStatementAndAStage() {
        as(owner())
                .put(vision(), Map.of("status", "DRAFT"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/statement"));
        put("Remember", "SUPERSEDED", null)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/status"));
        put("x".repeat(4_001), "DRAFT", null).then().statusCode(422);
    }

    @Test
    void eventsMatchTheContractAndHideDrafts() {
        put("A secret", "DRAFT", null).then().statusCode(201);
        put("Remember", "PUBLISHED", "*").then().statusCode(200);

        var told = new RecordedEvents(dataSource).of(backlog.product());
        assertThat(told).extracting(RecordedEvents.Recorded::version).containsExactly(1L, 2L);
        assertThat(String.valueOf(told.getFirst().state())).doesNotContain("secret");
        GoldenSample.assertMatches("backlog", "vision.drafted", told.get(0));
        GoldenSample.assertMatches("backlog", "vision.published", told.get(1));
    }

    private Response put(String statement, String status, @Nullable String ifMatch) {
        var request = as(owner()).request().body(Map.of("statement", statement, "status", status));
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/api/v1" + vision());
    }

    private String vision() {
        return "/products/" + backlog.product() + "/vision";
    }

    private String owner() {
        return backlog.member("OWNER");
    }

    private String reader() {
        return backlog.member("STAKEHOLDER");
    }
}
