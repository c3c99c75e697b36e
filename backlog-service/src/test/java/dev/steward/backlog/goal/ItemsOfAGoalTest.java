package dev.steward.backlog.goal;

import static dev.steward.backlog.Api.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.steward.backlog.Backlog;
import dev.steward.backlog.Backlogs;
import dev.steward.platform.testing.RecordedEvents;
import dev.steward.platform.testing.StatementCount;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Links of items to goals.
@QuarkusTest
class ItemsOfAGoalTest {

    @Inject Backlogs backlogs;

    @Inject DataSource dataSource;

    @Inject StatementCount statements;

    private Backlog backlog;
    private String goal;

    @BeforeEach
    void begin() {
        backlog = backlogs.withItems(3);
        goal = goalOf(backlog, "Come back");
    }

    @Test
    void aNewItemNamesItsGoal() {
        var product = "/products/" + as("olivia").newProduct();
        String purpose =
                as("olivia").post(product + "/goals", Map.of("title", "Come back")).path("id");
        var item =
                as("olivia")
                        .post(
                                product + "/items",
                                Map.of("type", "STORY", "title", "Keep it", "goalId", purpose))
                        .then()
                        .statusCode(201)
                        .body("goal.id", equalTo(purpose))
                        .body("goal.title", equalTo("Come back"))
                        .extract()
                        .path("id")
                        .toString();

        var told = new RecordedEvents(dataSource).of(UUID.fromString(item)).getFirst();
        assertThat(String.valueOf(told.state())).contains("\"goalId\":\"" + purpose);
    }

    @Test
    void developersLinkItemsAndUnlinkThem() {
        link(1, goal).then().statusCode(200).body("goal.id", equalTo(goal));
        as(owner())
                .get("/items/" + backlog.item(1))
                .then()
                .body("goal.title", equalTo("Come back"));

        as(backlog.member("DEVELOPER"))
                .patch("/items/" + backlog.item(1), "*", "{\"goalId\":null}")
                .then()
                .statusCode(200)
                .body("goal", nullValue());
    }

    @Test
    void theListShowsGoalsAndFiltersByThem() {
        var other = goalOf(backlog, "Stay");
        link(1, goal).then().statusCode(200);
        link(3, other).then().statusCode(200);

        as(owner())
                .get(items() + "?goal=" + goal)
                .then()
                .statusCode(200)
                .body("items.id", contains(backlog.item(1).toString()))
                .body("items.goal.title", contains("Come back"));
        as(owner())
                .get(items() + "?include=total&goal=" + goal + "," + other)
                .then()
                .body("page.total", equalTo(2))
                .body("items.goal.id", containsInAnyOrder(goal, other));
        as(owner()).get(items() + "?goal=none").then().statusCode(422);
    }

    @Test
    void goalsDoNotCostTheListAStatement() {
        link(1, goal).then().statusCode(200);
        link(2, goalOf(backlog, "Stay")).then().statusCode(200);
        // One of them reads the caller's rights.
        assertThat(statements.of(() -> as(owner()).get(items()).then().statusCode(200)))
                .isEqualTo(2);
    }

    @Test
    void noItemServesAnotherProductsGoal() {
        var foreign = goalOf(backlogs.withItems(0), "Elsewhere");

        link(1, foreign)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/goalId"))
                .body("errors.code", contains("unknown-goal"));
        as(owner())
                .post(items(), Map.of("type", "STORY", "title", "Keep it", "goalId", foreign))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/goalId"));
    }

    @Test
    void aLinkOutlivesItsGoalButNoneIsMadeToWhatHasEnded() {
        link(1, goal).then().statusCode(200);
        as(owner()).post("/goals/" + goal + "/activate").then().statusCode(200);
        as(owner()).post("/goals/" + goal + "/achieve").then().statusCode(200);

        link(2, goal)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/goalId"))
                .body("errors.code", contains("goal-has-ended"));
        as(owner())
                .patch("/items/" + backlog.item(1), "*", "{\"title\":\"Done for it\"}")
                .then()
                .statusCode(200)
                .body("goal.id", equalTo(goal));
    }

    private Response link(int number, String to) {
        return as(backlog.member("DEVELOPER"))
                .patch("/items/" + backlog.item(number), "*", "{\"goalId\":\"" + to + "\"}");
    }

    private static String goalOf(Backlog backlog, String title) {
        return as(backlog.member("OWNER"))
                .post("/products/" + backlog.product() + "/goals", Map.of("title", title))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String items() {
        return "/products/" + backlog.product() + "/items";
    }

    private String owner() {
        return backlog.member("OWNER");
    }
}
