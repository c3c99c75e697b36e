package dev.steward.backlog.demand;

import static dev.steward.platform.testing.Kafka.publishAndAwait;
import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.steward.backlog.Backlog;
import dev.steward.backlog.Backlogs;
import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.RecordedEvents;
import dev.steward.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Receives the golden sample of feedback-service: companies 11.693147 and individuals 0.176777,
/// the example in the domain's definition.
@QuarkusTest
class DemandProjectionTest {

    private static final GoldenSample SAMPLE = GoldenSample.read("feedback", "demand.changed");

    @Inject Backlogs backlogs;

    @Inject DataSource dataSource;

    @Test
    void movesTheScoreOfTheItemAndSaysWhy() {
        var backlog = backlogs.withItems(1);

        publishAndAwait(demand(backlog, 1));

        // Only demand is known: 1 - 2^(-1.1869924).
        score(backlog, "OWNER")
                .body("score", equalTo(0.560782f))
                .body("coverage", equalTo(0.3f))
                .body("factors[2].name", equalTo("DEMAND"))
                .body("factors[2].input", equalTo(11.869924f))
                .body("factors[2].source", equalTo("DEMAND"));
    }

    @Test
    void publishesTheChangedScoreOnce() {
        var backlog = backlogs.withItems(1);

        publishAndAwait(demand(backlog, 1), demand(backlog, 1), demand(backlog, 2));

        var events = new RecordedEvents(dataSource).of(backlog.product());
        assertThat(events)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.type()).isEqualTo("steward.backlog.scores.changed.v1");
                    assertThat(requireNonNull(event.state()).at("/movers/0/to").asText())
                            .isEqualTo("0.560782");
                    assertThat(requireNonNull(event.state()).at("/count").asInt()).isEqualTo(1);
                });
    }

    @Test
    void appliesOnlyWhatIsNewer() {
        var backlog = backlogs.withItems(1);

        publishAndAwait(demand(backlog, 2).withState("companies", 20), demand(backlog, 1));

        score(backlog, "OWNER").body("factors[2].input", equalTo(20.176777f));
    }

    @Test
    void forgetsADemandThatIsGone() {
        var backlog = backlogs.withItems(1);

        publishAndAwait(demand(backlog, 1), demand(backlog, 2).withoutState());

        score(backlog, "OWNER").body("factors[2].input", equalTo(0.0f));
    }

    @Test
    void storesDemandOfUnknownItems() {
        var backlog = backlogs.withItems(1);
        var unknown = UUID.randomUUID();

        publishAndAwait(SAMPLE.about(backlog.product(), unknown, 1), demand(backlog, 1));

        score(backlog, "OWNER").body("score", equalTo(0.560782f));
    }

    /// The sample has two companies.
    @Test
    void isRoundedForThoseWhoMayNotKnowWhatACompanyIsWorth() {
        var backlog = backlogs.withItems(1);
        publishAndAwait(demand(backlog, 1));

        score(backlog, "DEVELOPER")
                .body("score", equalTo(0.56f))
                .body("factors[2].input", equalTo(10))
                .body("factors[2].normalized", equalTo(0.6f))
                .body("factors[2].contribution", equalTo(0.6f));
    }

    @Test
    void isExactForAllWithThreeCompanies() {
        var backlog = backlogs.withItems(1);
        publishAndAwait(demand(backlog, 1).withState("companyCount", 3));

        score(backlog, "DEVELOPER").body("factors[2].input", equalTo(11.869924f));
    }

    private static GoldenSample demand(Backlog backlog, long version) {
        return SAMPLE.about(backlog.product(), backlog.item(1), version)
                .withState("itemId", backlog.item(1).toString())
                .withState("asOf", LocalDate.now(ZoneOffset.UTC).toString());
    }

    private static ValidatableResponse score(Backlog backlog, String role) {
        return given().auth()
                .oauth2(Tokens.of(backlog.member(role)))
                .get("/api/v1/items/{i}/score", backlog.item(1))
                .then()
                .statusCode(200);
    }
}
