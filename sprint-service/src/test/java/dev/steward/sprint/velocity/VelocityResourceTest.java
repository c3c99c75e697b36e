package dev.steward.sprint.velocity;

import static dev.steward.platform.testing.Kafka.publishAndAwait;
import static dev.steward.sprint.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.steward.platform.testing.StatementCount;
import dev.steward.sprint.SprintFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VelocityResourceTest {

    @Inject StatementCount statements;

    private SprintFixture fixture;

    @BeforeEach
    void aTeam() {
        fixture = SprintFixture.withTeam();
    }

    @Test
    void countsWhatWasDoneAtItsEstimateThenAndNoCancelledSprint() {
        finished(5, 3);
        finished(8);
        cancelled(13);
        as("stella")
                .get(velocity())
                .then()
                .statusCode(200)
                .body("teams[0].sprints.completedPoints", contains(5, 8))
                .body("teams[0].velocity.n", equalTo(2))
                .body("teams[0].velocity.mean", equalTo(6.5f))
                .body("teams[0].velocity.standardDeviation", equalTo(2.12132f))
                .body("teams[0].throughput.mean", equalTo(1));
    }

    @Test
    void whatHappensLaterChangesNothing() {
        var item = finished(5);
        publishAndAwait(fixture.item(item, 2).withState("estimate", 21));
        publishAndAwait(fixture.dropped(item, 3));
        as("sam").get(velocity()).then().body("teams[0].velocity.mean", equalTo(5));
    }

    @Test
    void showsAtMostTheLastSprintsAskedFor() {
        finished(1);
        finished(2);
        finished(3);
        as("sam")
                .get(velocity() + "&last=2")
                .then()
                .body("teams[0].sprints.completedPoints", contains(2, 3));
        as("sam").get(velocity() + "&last=51").then().statusCode(422);
    }

    @Test
    void aTeamWithoutAClosedSprintHasNone() {
        as("sam").get(velocity()).then().statusCode(200).body("teams", hasSize(0));
    }

    @Test
    void oneSprintHasNoStandardDeviation() {
        finished(3);
        as("sam").get(velocity()).then().body("teams[0].velocity.standardDeviation", nullValue());
    }

    @Test
    void isOneStatementBesideTheRights() {
        finished(1);
        finished(2);
        assertThat(
                        statements.of(() ->
                                as("sam")
                                        .get(fixture.products() + "/velocity")
                                        .then()
                                        .statusCode(200)))
                .isEqualTo(2);
    }

    @Test
    void isHiddenFromOutsiders() {
        as("otto").get(velocity()).then().statusCode(404);
    }

    private String velocity() {
        return fixture.products() + "/velocity?teamId=" + fixture.team();
    }

    /// A closed sprint of which the first item was done.
    private java.util.UUID finished(int... estimates) {
        var items = fixture.readyItems(estimates);
        var sprint = fixture.active(items);
        fixture.finish(items.getFirst());
        fixture.close(sprint, "BACKLOG").then().statusCode(200);
        return items.getFirst();
    }

    private void cancelled(int estimate) {
        var items = fixture.readyItems(estimate);
        var sprint = fixture.active(items);
        fixture.finish(items.getFirst());
        as("olivia")
                .post("/sprints/" + sprint + "/cancel", Map.of("reason", "Over."))
                .then()
                .statusCode(200);
    }
}
