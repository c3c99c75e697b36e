package dev.steward.sprint.board;

import static dev.steward.sprint.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.steward.platform.testing.StatementCount;
import dev.steward.sprint.SprintFixture;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BoardResourceTest {

    @Inject StatementCount statements;

    private SprintFixture fixture;

    @BeforeEach
    void aTeam() {
        fixture = SprintFixture.withTeam();
    }

    @Test
    void showsEachItemWhereItIs() {
        var items = fixture.readyItems(1, 2, 3);
        var sprint = fixture.active(items);
        fixture.work(items.get(1), Map.of("status", "IN_PROGRESS", "assignee", "dana"));
        fixture.finish(items.get(2));
        fixture.select("olivia", sprint, fixture.readyItems(8));
        as("stella")
                .get(board(sprint))
                .then()
                .statusCode(200)
                .body("columns.status", contains("SELECTED", "IN_PROGRESS", "DONE"))
                .body("columns.points", contains(9, 2, 3))
                .body("columns[0].items.addedAfterStart", contains(false, true))
                .body("columns[1].items[0].item.key", equalTo(fixture.keyOf(items.get(1))))
                .body("columns[1].items[0].assignee.name", equalTo("Dana"))
                .body("columns[1].items[0].openCriteria", equalTo(1))
                .body("columns[1].items[0].version", equalTo(3))
                .body("sprint.goal", equalTo("Customers pay by invoice"));
    }

    @Test
    void aClosedSprintKeepsItsBoard() {
        var items = fixture.readyItems(1, 2);
        var sprint = fixture.active(items);
        fixture.work(items.getFirst(), Map.of("status", "IN_PROGRESS", "assignee", "dana"));
        fixture.close(sprint, "BACKLOG");
        fixture.work(items.getFirst(), Map.of("status", "SELECTED", "assignee", "sam"));
        as("sam")
                .get(board(sprint))
                .then()
                .body("columns.items.size()", equalTo(3))
                .body("columns[1].items[0].assignee.subject", equalTo("dana"))
                .body("columns[1].points", equalTo(1));
    }

    @Test
    void showsHowOftenAnItemWasCarried() {
        var sprint = fixture.active(fixture.readyItems(5));
        var next = fixture.sprint();
        fixture.close(sprint, "NEXT");
        as("sam").get(board(next)).then().body("columns[0].items.carried", contains(1));
    }

    @Test
    void isAFixedNumberOfStatements() {
        var few = fixture.planned(fixture.readyItems(1));
        var many = fixture.planned(fixture.readyItems(1, 2, 3, 5, 8, 13));
        assertThat(statementsOf(few)).isEqualTo(statementsOf(many)).isEqualTo(4);
    }

    @Test
    void isUnchangedUntilSomethingMoves() {
        var items = fixture.readyItems(1);
        var sprint = fixture.active(items);
        var etag = as("sam").get(board(sprint)).header("ETag");
        held(sprint, etag, 304);
        fixture.work(items.getFirst(), Map.of("assignee", "dana"));
        held(sprint, etag, 200);
    }

    @Test
    void isHiddenFromOutsiders() {
        as("otto").get(board(fixture.sprint())).then().statusCode(404);
        as("sam").get(board(UUID.randomUUID())).then().statusCode(404);
    }

    private static void held(UUID sprint, String etag, int status) {
        as("sam")
                .request()
                .header("If-None-Match", etag)
                .get("/api/v1" + board(sprint))
                .then()
                .statusCode(status);
    }

    private long statementsOf(UUID sprint) {
        return statements.of(() -> as("sam").get(board(sprint)).then().statusCode(200));
    }

    private static String board(UUID sprint) {
        return "/sprints/" + sprint + "/board";
    }
}
