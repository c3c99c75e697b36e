package dev.steward.backlog.scoring.selection;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.steward.backlog.Backlog;
import dev.steward.backlog.Backlogs;
import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.RecordedEvents;
import dev.steward.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ScoringModelResourceTest {

    @Inject Backlogs backlogs;

    @Inject DataSource dataSource;

    @Test
    void aNewProductHasTheDefaultModel() {
        var backlog = backlogs.withItems(0);

        read(backlog, "DEVELOPER")
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("kind", equalTo("WEIGHTED"))
                .body("version", equalTo(0))
                .body("factors.name", contains("VALUE", "TIME_CRITICALITY", "DEMAND", "EFFORT"))
                .body("factors.weight", contains(3, 2, 3, 2))
                .body("factors.cost", contains(false, false, false, true))
                .body("missing", equalTo("EXCLUDE"))
                .body("demandReference", equalTo(10));
    }

    @Test
    void scoresTheWholeProductByANewModelAtOnce() {
        var backlog = backlogs.withItems(3);
        backlogs.describe(backlog, 1, 13, 8, 5);
        backlogs.describe(backlog, 2, 1, 1, 5);

        choose(backlog, "OWNER", "\"0\"", Map.of("kind", "WSJF"))
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("demandReference", equalTo(10));

        assertThat(score(backlog, 1)).isEqualTo(4.2f);
        assertThat(score(backlog, 2)).isEqualTo(0.4f);
        given().auth()
                .oauth2(Tokens.of(backlog.member("OWNER")))
                .get("/api/v1/items/{i}/score", backlog.key() + "-3")
                .then()
                .statusCode(200)
                .body("score", equalTo(null))
                .body("model.kind", equalTo("WSJF"))
                .body("model.version", equalTo(1))
                .body("reason.code", equalTo("missing-input"))
                .body("reason.missing", contains("TIME_CRITICALITY", "EFFORT"));
    }

    @Test
    void publishesTheModelAndTheChangedScores() {
        var backlog = backlogs.withItems(2);
        backlogs.describe(backlog, 1, 13, 8, 5);

        choose(backlog, "OWNER", "*", Map.of("kind", "RICE")).statusCode(200);

        var events = new RecordedEvents(dataSource).of(backlog.product());
        var model =
                events.stream()
                        .filter(event -> event.aggregateType().equals("scoring-model"))
                        .toList()
                        .getLast();
        var scores =
                events.stream()
                        .filter(event -> event.aggregateType().equals("scores"))
                        .toList()
                        .getLast();
        GoldenSample.assertMatches("backlog", "scoring-model.changed", model);
        GoldenSample.assertMatches("backlog", "scores.changed", scores);
        assertThat(model.version()).isEqualTo(1);
        assertThat(requireNonNull(scores.state()).get("count").asInt()).isEqualTo(2);
        assertThat(requireNonNull(scores.state()).at("/model/kind").asText()).isEqualTo("RICE");
    }

    @Test
    void wantsToKnowWhichModelTheCallerHasSeen() {
        var backlog = backlogs.withItems(0);
        choose(backlog, "OWNER", null, Map.of("kind", "WSJF")).statusCode(428);
        choose(backlog, "OWNER", "\"0\"", Map.of("kind", "WSJF")).statusCode(200);
        choose(backlog, "OWNER", "\"0\"", Map.of("kind", "RICE"))
                .statusCode(412)
                .body("current.kind", equalTo("WSJF"));
    }

    @Test
    void refusesAModelThatContradictsItself() {
        var backlog = backlogs.withItems(0);

        choose(
                        backlog,
                        "OWNER",
                        "*",
                        Map.of(
                                "kind",
                                "WEIGHTED",
                                "factors",
                                List.of(
                                        Map.of("name", "VALUE", "weight", 1),
                                        Map.of("name", "VALUE", "weight", 1),
                                        Map.of("name", "REACH", "weight", 1),
                                        Map.of("name", "DEMAND", "weight", 1, "standIn", 3))))
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains("/factors/1/name", "/factors/2/scale", "/factors/3"));
        choose(backlog, "OWNER", "*", Map.of("kind", "WEIGHTED")).statusCode(422);
        choose(backlog, "OWNER", "*", Map.of("kind", "WSJF", "missing", "ZERO")).statusCode(422);
        choose(
                        backlog,
                        "OWNER",
                        "*",
                        Map.of(
                                "kind",
                                "WEIGHTED",
                                "factors",
                                List.of(Map.of("name", "VALUE", "weight", 0))))
                .statusCode(422)
                .body("errors", hasSize(1));
    }

    @Test
    void onlyTheOwnerMayReplaceIt() {
        var backlog = backlogs.withItems(0);

        choose(backlog, "MANAGER", "*", Map.of("kind", "WSJF")).statusCode(403);
        choose(backlog, "DEVELOPER", "*", Map.of("kind", "WSJF"))
                .statusCode(403)
                .body("right", equalTo("SCORING"));
    }

    private static ValidatableResponse read(Backlog backlog, String role) {
        return given().auth()
                .oauth2(Tokens.of(backlog.member(role)))
                .get("/api/v1/products/{p}/scoring-models/active", backlog.product())
                .then();
    }

    private static ValidatableResponse choose(
            Backlog backlog, String role, @Nullable String ifMatch, Map<String, ?> model) {
        var request =
                given().auth()
                        .oauth2(Tokens.of(backlog.member(role)))
                        .contentType("application/json")
                        .body(model);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/api/v1/products/{p}/scoring-models/active", backlog.product()).then();
    }

    private static float score(Backlog backlog, int number) {
        return given().auth()
                .oauth2(Tokens.of(backlog.member("OWNER")))
                .get("/api/v1/items/{i}/score", backlog.item(number))
                .then()
                .statusCode(200)
                .extract()
                .path("score");
    }
}
