package dev.steward.sprint.burndown;

import static dev.steward.platform.testing.Kafka.publishAndAwait;
import static dev.steward.sprint.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.steward.platform.testing.StatementCount;
import dev.steward.sprint.SprintFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BurndownResourceTest {

    @Inject StatementCount statements;
    @Inject Clock clock;

    private SprintFixture fixture;

    @BeforeEach
    void aTeam() {
        fixture = SprintFixture.withTeam();
    }

    @Test
    void followsTheLedgerOfARunningSprint() {
        var items = fixture.readyItems(1, 2, 4);
        var sprint = today(items);
        fixture.finish(items.get(0));
        fixture.select("olivia", sprint, fixture.readyItems(8)).then().statusCode(200);
        as("olivia").delete("/sprints/" + sprint + "/items/" + items.get(1), "*");
        publishAndAwait(fixture.item(items.get(2), 2).withState("estimate", 5));
        fixture.work(items.get(0), Map.of("status", "IN_PROGRESS", "reason", "It broke."));
        as("stella")
                .get(burndown(sprint))
                .then()
                .statusCode(200)
                .body("startValue", equalTo(7))
                .body("days", hasSize(10))
                .body("days[0].completed", equalTo(1))
                .body("days[0].added", equalTo(8))
                .body("days[0].removed", equalTo(2))
                .body("days[0].reestimated", equalTo(1))
                .body("days[0].reopened", equalTo(1))
                .body("days[0].remaining", equalTo(14))
                .body("days[9].ideal", equalTo(0));
    }

    @Test
    void closingASprintDoesNotChangeItsBurndown() {
        var sprint = today(fixture.readyItems(3, 5));
        fixture.sprint();
        fixture.close(sprint, "NEXT").then().statusCode(200);
        as("sam")
                .get(burndown(sprint))
                .then()
                .body("days[0].remaining", equalTo(8))
                .body("days[0].removed", equalTo(0))
                .body("sprint.status", equalTo("CLOSED"));
    }

    @Test
    void aRestLeavesTheSprintAndWhatWasDoneOfItIsDone() {
        var items = fixture.readyItems(3, 5);
        var sprint = today(items);
        fixture.split(sprint, items.getLast(), 2).then().statusCode(200);
        publishAndAwait(fixture.item(items.getLast(), 2).withState("estimate", 3));
        as("sam")
                .get(burndown(sprint))
                .then()
                .body("startValue", equalTo(8))
                .body("days[0].reestimated", equalTo(-2))
                .body("days[0].completed", equalTo(3))
                .body("days[0].remaining", equalTo(3));
    }

    @Test
    void aTeamThatChangesItsDaysLaterDoesNotMoveTheIdeal() {
        var sprint = today(fixture.readyItems(10));
        var before = as("sam").get(burndown(sprint)).<Object>path("days.ideal");
        as("sam")
                .patch("/teams/" + fixture.team(), "*", "{\"workingDays\": [\"SUNDAY\"]}")
                .then()
                .statusCode(200);
        assertThat(as("sam").get(burndown(sprint)).<Object>path("days.ideal")).isEqualTo(before);
        as("sam")
                .get(burndown(sprint))
                .then()
                .body(
                        "sprint.workingDays",
                        contains("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"));
    }

    @Test
    void nothingIsMeasuredBeforeTheStart() {
        as("sam")
                .get(burndown(fixture.sprint()))
                .then()
                .statusCode(409)
                .body("code", equalTo("sprint-is-planned"));
    }

    @Test
    void isAFixedNumberOfStatements() {
        var few = today(fixture.readyItems(1));
        var quiet = statementsOf(few);
        fixture.close(few, "BACKLOG");
        var many = today(fixture.readyItems(1, 2, 3, 5, 8));
        assertThat(statementsOf(many)).isEqualTo(quiet).isEqualTo(4);
    }

    private UUID today(List<UUID> items) {
        var first = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var sprint = fixture.sprint(first.toString(), first.plusDays(9).toString());
        fixture.select("sam", sprint, items).then().statusCode(200);
        fixture.start(sprint).then().statusCode(200);
        return sprint;
    }

    private long statementsOf(UUID sprint) {
        return statements.of(() -> as("sam").get(burndown(sprint)).then().statusCode(200));
    }

    private static String burndown(UUID sprint) {
        return "/sprints/" + sprint + "/burndown";
    }
}
