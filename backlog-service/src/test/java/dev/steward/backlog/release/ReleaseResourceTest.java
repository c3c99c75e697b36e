package dev.steward.backlog.release;

import static dev.steward.backlog.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.steward.backlog.Backlog;
import dev.steward.backlog.Backlogs;
import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.RecordedEvents;
import dev.steward.platform.testing.StatementCount;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Releases over HTTP.
@QuarkusTest
class ReleaseResourceTest {

    @Inject Backlogs backlogs;
    @Inject DataSource database;
    @Inject StatementCount statements;

    private Backlog backlog;

    @BeforeEach
    void begin() {
        backlog = backlogs.withItems(3);
    }

    @Test
    void isPlannedWithItemsThatAreStillOnTheirWay() {
        backlogs.work(backlog, "DONE", 2);
        var planned = plan("1.4", key(2), backlog.item(1).toString());
        planned.then()
                .statusCode(201)
                .header("ETag", startsWith("\"1-"))
                .header("Location", endsWith("/releases/" + planned.path("id")))
                .body("name", equalTo("1.4"))
                .body("status", equalTo("PLANNED"))
                .body("items.key", contains(key(2), key(1)))
                .body("items.status", contains("DONE", "NEW"))
                .body("releasedAt", nullValue())
                .body("version", equalTo(1));
        as(backlog.member("STAKEHOLDER"))
                .get("/releases/" + planned.path("id"))
                .then()
                .statusCode(200)
                .body("items", hasSize(2));
        shown(2).body("status", equalTo("DONE"));
    }

    @Test
    void itsItemsAreReleasedWhateverBecomesOfTheWork() {
        var etag = get("/items/" + key(1)).header("ETag");
        var release = released(1, 2);

        shown(1).body("status", equalTo("RELEASED")).body("version", equalTo(1));
        assertThat(get("/items/" + key(1)).header("ETag")).isNotEqualTo(etag);
        backlogs.work(backlog, "IN_PROGRESS", 1);
        shown(1).body("status", equalTo("RELEASED")).body("work.status", equalTo("IN_PROGRESS"));
        get(items("?status=RELEASED&include=total"))
                .then()
                .body("items.key", contains(key(1), key(2)))
                .body("items.status", contains("RELEASED", "RELEASED"))
                .body("page.total", equalTo(2));
        get(items("?status=IN_PROGRESS,DONE,READY,NEW")).then().body("items.key", contains(key(3)));
        get("/releases/" + release).then().body("items.status", contains("RELEASED", "RELEASED"));
    }

    @Test
    void eventsMatchTheContract() {
        var release = plan("1.3", key(1)).path("id").toString();
        patch(release, "\"1\"", "{\"name\":\"1.4\"}").then().statusCode(200);
        backlogs.work(backlog, "DONE", 1);
        release(release).then().statusCode(200).body("releasedAt", notNullValue());
        rollBack(release).then().statusCode(200).body("releasedAt", nullValue());

        var told = new RecordedEvents(database).of(UUID.fromString(release));
        assertThat(told)
                .extracting(RecordedEvents.Recorded::version)
                .containsExactly(1L, 2L, 3L, 4L);
        GoldenSample.assertMatches("backlog", "release.planned", told.get(0));
        GoldenSample.assertMatches("backlog", "release.edited", told.get(1));
        GoldenSample.assertMatches("backlog", "release.released", told.get(2));
        GoldenSample.assertMatches("backlog", "release.rolled-back", told.get(3));
    }

    @Test
    void isReleasedOnce() {
        var release = released(1);
        release(release).then().statusCode(200).body("version", equalTo(2));
        assertThat(new RecordedEvents(database).of(UUID.fromString(release))).hasSize(2);
    }

    @Test
    void releasesOnlyDoneItems() {
        backlogs.work(backlog, "DONE", 1);
        backlogs.work(backlog, "IN_PROGRESS", 2);
        var release = plan("1.4", key(1), key(2), key(3)).path("id").toString();
        backlogs.drop(backlog, 3);
        release(release)
                .then()
                .statusCode(409)
                .body("code", equalTo("items-not-done"))
                .body("items.key", contains(key(2), key(3)))
                .body("items.status", contains("IN_PROGRESS", "DROPPED"));
        shown(1).body("status", equalTo("DONE"));

        patch(release, "*", "{\"itemIds\":[\"" + key(1) + "\"]}").then().statusCode(200);
        release(release).then().statusCode(200).body("status", equalTo("RELEASED"));
    }

    @Test
    void doesNotKnowYetWhatIsStillOnItsWay() {
        var release = plan("1.4", key(1)).path("id").toString();
        as(owner())
                .request()
                .header("Steward-After", "work:" + backlog.item(1) + "@4")
                .post("/api/v1/releases/" + release + "/release")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-yet-visible"));
    }

    @Test
    void anItemIsInOneRelease() {
        var first = plan("1.4", key(1)).path("id").toString();
        plan("1.5", key(2), key(1))
                .then()
                .statusCode(409)
                .body("code", equalTo("item-in-release"))
                .body("items.key", contains(key(1)))
                .body("items.releaseId", contains(first));
        var second = plan("1.5", key(2)).path("id").toString();
        patch(second, "*", "{\"itemIds\":[\"" + key(1) + "\"]}")
                .then()
                .statusCode(409)
                .body("code", equalTo("item-in-release"));

        patch(first, "*", "{\"itemIds\":[\"" + key(3) + "\"]}").then().statusCode(200);
        patch(second, "*", "{\"itemIds\":[\"" + key(1) + "\"]}")
                .then()
                .statusCode(200)
                .body("items.key", contains(key(1)));
        plan("1.6", key(2)).then().statusCode(201);
    }

    @Test
    void rolledBackItsItemsAreDoneAgainAndMayGoOutWithAnother() {
        var release = released(1);
        rollBack(release).then().statusCode(200).body("status", equalTo("ROLLED_BACK"));

        shown(1).body("status", equalTo("DONE"));
        release(release).then().statusCode(409).body("code", equalTo("release-is-rolled-back"));
        release(plan("1.4.1", key(1)).path("id")).then().statusCode(200);
        get("/releases/" + release).then().body("items.status", contains("RELEASED"));
    }

    @Test
    void whatIsOutIsNeitherChangedNorPlannedAgain() {
        var release = released(1);
        patch(release, "*", "{\"name\":\"1.5\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("release-is-released"));
        plan("1.5", key(1)).then().statusCode(409).body("code", equalTo("item-in-release"));
    }

    @Test
    void aReleasedItemIsNotDropped() {
        var release = released(1);
        drop(1).then().statusCode(409).body("code", equalTo("item-is-released"));
        rollBack(release);
        drop(1).then().statusCode(200);
    }

    @Test
    void aDroppedItemIsNotPlanned() {
        var planned = plan("1.4", key(2)).path("id").toString();
        backlogs.drop(backlog, 1);
        backlogs.drop(backlog, 2);
        patch(planned, "*", "{\"itemIds\":[\"" + key(2) + "\",\"" + key(1) + "\"]}")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/itemIds/1"))
                .body("errors.code", contains("item-is-dropped"));
        patch(planned, "*", "{\"name\":\"1.5\"}").then().statusCode(200);
    }

    @Test
    void namesEachItemOfTheProductOnce() {
        var other = backlogs.withItems(1);
        plan("1.4", key(1), backlog.item(1).toString(), "what", other.item(1).toString())
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/itemIds/1", "/itemIds/2", "/itemIds/3"))
                .body("errors.code", contains("duplicate", "unknown-item", "unknown-item"));
        plan("1.4", "zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/itemIds/0"))
                .body("errors.code", contains("unknown-item"));
        plan(" ").then().statusCode(422).body("errors.pointer", contains("/name"));
        var tooMany = IntStream.range(0, 501).mapToObj(_ -> key(1)).toArray(String[]::new);
        plan("1.4", tooMany).then().statusCode(422).body("errors.pointer", contains("/itemIds"));
    }

    @Test
    void isListedByStatusNewestFirst() {
        var released = released(1);
        var planned = plan("1.5", key(2)).path("id").toString();
        get(releases())
                .then()
                .body("items.id", contains(planned, released))
                .body("items.itemCount", contains(1, 1));
        get(releases() + "?status=RELEASED").then().body("items.id", contains(released));
        get(releases() + "?status=ROLLED_BACK").then().body("items", empty());
        get(releases() + "?status=NONE").then().statusCode(422);
        var next = get(releases() + "?limit=1").path("page.next").toString();
        get(releases() + "?limit=1&cursor=" + next).then().body("items.id", contains(released));
    }

    @Test
    void isReadInAsManyStatementsAsEver() {
        var few = statements("/releases/" + plan("1.4", key(1)).path("id"));
        var many = statements("/releases/" + plan("1.5", key(2), key(3)).path("id"));
        // One of them reads the caller's rights.
        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(4);
        assertThat(statements(releases())).isEqualTo(2);
    }

    @Test
    void changesOnlyAsItWasRead() {
        var release = plan("1.4", key(1)).path("id").toString();
        patch(release, "\"1\"", "{\"name\":\"1.5\"}").then().body("version", equalTo(2));
        patch(release, "\"1\"", "{\"name\":\"1.6\"}")
                .then()
                .statusCode(412)
                .body("current.name", equalTo("1.5"));
        patch(release, "\"2\"", "{\"name\":\"1.5\"}").then().body("version", equalTo(2));
        as(owner())
                .request()
                .header("If-Match", "\"1\"")
                .post("/api/v1/releases/" + release + "/release")
                .then()
                .statusCode(412);
        var etag = get("/releases/" + release).header("ETag");
        as(owner())
                .request()
                .header("If-None-Match", etag)
                .get("/api/v1/releases/" + release)
                .then()
                .statusCode(304);
    }

    @Test
    void onlyOwnerAndManagerMayChangeIt() {
        var release = plan("1.4", key(1)).path("id").toString();
        backlogs.work(backlog, "DONE", 1);
        for (var role : List.of("DEVELOPER", "SCRUM_MASTER", "STAKEHOLDER")) {
            as(backlog.member(role))
                    .post("/releases/" + release + "/release")
                    .then()
                    .statusCode(403)
                    .body("right", equalTo("ROADMAP"));
            as(backlog.member(role)).get(releases()).then().statusCode(200);
        }
        as("a-stranger").get("/releases/" + release).then().statusCode(404);
        as("a-stranger").post("/releases/" + release + "/release").then().statusCode(404);
        as(backlog.member("MANAGER"))
                .post("/releases/" + release + "/release")
                .then()
                .statusCode(200);
    }

    private String released(int... numbers) {
        backlogs.work(backlog, "DONE", numbers);
        var keys = IntStream.of(numbers).mapToObj(this::key).toArray(String[]::new);
        var release = plan("1.4", keys).path("id").toString();
        release(release).then().statusCode(200).body("status", equalTo("RELEASED"));
        return release;
    }

    private long statements(String path) {
        return statements.of(() -> get(path).then().statusCode(200));
    }

    private Response plan(String name, String... items) {
        return as(owner()).post(releases(), Map.of("name", name, "itemIds", List.of(items)));
    }

    private Response patch(String release, String ifMatch, String body) {
        return as(owner()).patch("/releases/" + release, ifMatch, body);
    }

    private Response release(String release) {
        return as(owner()).post("/releases/" + release + "/release");
    }

    private Response rollBack(String release) {
        return as(owner())
                .post("/releases/" + release + "/rollback", Map.of("reason", "It is broken"));
    }

    private Response drop(int number) {
        return as(owner()).post("/items/" + key(number) + "/drop", "{}");
    }

    private Response get(String path) {
        return as(owner()).get(path);
    }

    private ValidatableResponse shown(int number) {
        return get("/items/" + key(number)).then().statusCode(200);
    }

    private String items(String query) {
        return "/products/" + backlog.product() + "/items" + query;
    }

    private String releases() {
        return "/products/" + backlog.product() + "/releases";
    }

    private String owner() {
        return backlog.member("OWNER");
    }

    private String key(int number) {
        return backlog.key() + "-" + number;
    }
}
