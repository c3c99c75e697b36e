package dev.steward.sprint.sprint.planning;

import static dev.steward.sprint.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.RecordedEvents;
import dev.steward.sprint.SprintFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SprintStartTest {

    @Inject DataSource database;

    private SprintFixture fixture;

    @BeforeEach
    void aTeam() {
        fixture = SprintFixture.withTeam();
    }

    @Test
    void theStartFreezesTheForecast() {
        var items = fixture.readyItems(3, 5);
        var sprint = fixture.planned(items);
        fixture.start(sprint)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("plannedPoints", equalTo(8))
                .body("plannedItems", equalTo(2))
                .body("version", equalTo(2));
        fixture.select("olivia", sprint, fixture.readyItems(13));
        as("sam")
                .get("/sprints/" + sprint)
                .then()
                .body("plannedPoints", equalTo(8))
                .body("scope.points", equalTo(21));
        GoldenSample.assertMatches(
                "sprint", "sprint.started", new RecordedEvents(database).of(sprint).getLast());
    }

    @Test
    void aStartNeedsAGoalAndDates() {
        UUID sprint =
                UUID.fromString(
                        as("sam")
                                .post(
                                        fixture.products() + "/sprints",
                                        Map.of("teamId", fixture.team(), "name", "Bare"))
                                .path("id"));
        fixture.start(sprint)
                .then()
                .statusCode(409)
                .body("code", equalTo("sprint-is-incomplete"))
                .body("missing", contains("goal", "startDate", "endDate"));
    }

    @Test
    void aTeamIsInOneSprintAtATime() {
        fixture.active(List.of());
        fixture.start(fixture.sprint())
                .then()
                .statusCode(409)
                .body("code", equalTo("team-has-active-sprint"));
    }

    @Test
    void ofManyStartsAtOnceExactlyOneWins() throws Exception {
        var sprints = Stream.generate(() -> fixture.sprint()).limit(6).toList();
        try (var threads = Executors.newCachedThreadPool()) {
            var answers =
                    threads.invokeAll(
                            sprints.stream()
                                    .<Callable<Integer>>map(
                                            sprint -> () -> fixture.start(sprint).statusCode())
                                    .toList());
            assertThat(answers.stream().map(Future::resultNow))
                    .containsOnly(200, 409)
                    .containsOnlyOnce(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"olivia,200", "sam,200", "dana,200", "max,403", "stella,403", "otto,404"})
    void onlyThoseWithTheRightStart(String subject, int status) {
        as(subject).post("/sprints/" + fixture.sprint() + "/start", null).then().statusCode(status);
    }
}
