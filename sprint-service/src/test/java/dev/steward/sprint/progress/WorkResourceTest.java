package dev.steward.sprint.progress;

import static dev.steward.sprint.Api.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.RecordedEvents;
import dev.steward.sprint.SprintFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class WorkResourceTest {

    @Inject DataSource database;

    private SprintFixture fixture;
    private UUID item;

    @BeforeEach
    void aReadyItem() {
        fixture = SprintFixture.withTeam();
        item = fixture.readyItems(5).getFirst();
    }

    @Test
    void unchangedWorkHasVersionZero() {
        as("stella")
                .get("/items/" + fixture.keyOf(item) + "/work")
                .then()
                .statusCode(200)
                .body("status", equalTo("NONE"))
                .body("version", equalTo(0))
                .body("assignee", nullValue())
                .body("estimate", equalTo(5));
    }

    @Test
    void isDoneStepByStepOutsideASprint() {
        fixture.work(item, Map.of("status", "DONE"))
                .then()
                .statusCode(409)
                .body("code", equalTo("work-is-none"));
        for (var step : List.of("SELECTED", "IN_PROGRESS", "DONE")) {
            fixture.work(item, Map.of("status", step))
                    .then()
                    .statusCode(200)
                    .body("status", equalTo(step));
        }
    }

    @Test
    void waitsForTheSprintToStart() {
        var sprint = fixture.planned(List.of(item));
        fixture.work(item, Map.of("status", "IN_PROGRESS"))
                .then()
                .statusCode(409)
                .body("code", equalTo("sprint-is-planned"));
        fixture.start(sprint);
        fixture.work(item, Map.of("status", "IN_PROGRESS")).then().statusCode(200);
    }

    @Test
    void leavesItsSprintOnlyThroughTheSprint() {
        fixture.active(List.of(item));
        fixture.work(item, Map.of("status", "NONE"))
                .then()
                .statusCode(409)
                .body("code", equalTo("item-in-sprint"));
    }

    @Test
    void isReopenedWithAReason() {
        fixture.active(List.of(item));
        fixture.finish(item);
        fixture.work(item, Map.of("status", "IN_PROGRESS"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
        fixture.work(item, Map.of("status", "IN_PROGRESS", "reason", "It broke."))
                .then()
                .statusCode(200)
                .body("status", equalTo("IN_PROGRESS"));
    }

    @Test
    void publishesEvents() {
        fixture.active(List.of(item));
        fixture.work(item, Map.of("assignee", "dana")).then().statusCode(200);
        fixture.finish(item);
        fixture.work(item, Map.of("status", "IN_PROGRESS", "reason", "It broke."));
        var events = new RecordedEvents(database).of(item);
        GoldenSample.assertMatches("sprint", "work.assigned", events.get(1));
        GoldenSample.assertMatches("sprint", "work.started", events.get(2));
        GoldenSample.assertMatches("sprint", "work.done", events.get(3));
        GoldenSample.assertMatches("sprint", "work.reopened", events.get(4));
    }

    @Test
    void openCriteriaAdviseAgainstDone() {
        fixture.active(List.of(item));
        fixture.finish(item);
        as("sam")
                .get("/items/" + item + "/work")
                .then()
                .body("openCriteria", equalTo(1))
                .body("advice", contains("OPEN_CRITERIA"));
    }

    @Test
    void isAssignedToMembersOnly() {
        fixture.work(item, Map.of("assignee", "dana"))
                .then()
                .statusCode(200)
                .body("assignee.name", equalTo("Dana"));
        fixture.work(item, Map.of("assignee", "otto"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("not-a-member"));
        as("dana")
                .patch("/items/" + item + "/work", "*", "{\"assignee\": null}")
                .then()
                .statusCode(200)
                .body("assignee", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "olivia,200",
        "sam,200",
        "dana,200",
        "max,403",
        "stella,403",
        "otto,404",
    })
    void onlyThoseWithTheRightWork(String subject, int status) {
        as(subject)
                .patch("/items/" + item + "/work", "*", Map.of("status", "SELECTED"))
                .then()
                .statusCode(status);
    }

    @Test
    void hasItsOwnVersion() {
        as("dana")
                .patch("/items/" + item + "/work", "\"0\"", Map.of("status", "SELECTED"))
                .then()
                .statusCode(200)
                .header("Steward-Version", equalTo("work:" + item + "@1"));
        as("dana")
                .patch("/items/" + item + "/work", "\"0\"", Map.of("status", "NONE"))
                .then()
                .statusCode(412)
                .body("current.version", equalTo(1));
    }

    @Test
    void anUnchangedUpdateIsNoEvent() {
        fixture.work(item, Map.of("status", "SELECTED"));
        fixture.work(item, Map.of("status", "SELECTED"))
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
    }
}
