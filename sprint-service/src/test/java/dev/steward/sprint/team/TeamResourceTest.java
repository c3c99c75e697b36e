package dev.steward.sprint.team;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.steward.platform.testing.GoldenSample;
import dev.steward.platform.testing.Kafka;
import dev.steward.platform.testing.RecordedEvents;
import dev.steward.platform.testing.Tokens;
import dev.steward.sprint.ProductFixture;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TeamResourceTest {

    private static final String PATCH = "application/merge-patch+json";

    /// Published on first use, when the application consumes events already.
    private static final class Shop {
        static final ProductFixture PRODUCT = ProductFixture.withEverybody();
    }

    private ProductFixture product;

    @BeforeEach
    void everybodyIsThere() {
        product = Shop.PRODUCT;
    }

    @Inject DataSource database;

    @Test
    void createsATeam() {
        // Whoever has been here has a name.
        as("dana").get("/api/v1/products/{p}/teams", product.key()).then().statusCode(200);
        post("sam", profile("Checkout", "dana"))
                .then()
                .statusCode(201)
                .header("Location", matchesPattern(".*/api/v1/teams/[0-9a-f-]{36}"))
                .header("ETag", startsWith("\"1-"))
                .header("Steward-Version", matchesPattern("team:[0-9a-f-]{36}@1"))
                .body("name", equalTo("Checkout"))
                .body("timeZone", equalTo("Europe/Berlin"))
                .body("workingDays", contains("MONDAY", "FRIDAY"))
                .body("members[0].subject", equalTo("dana"))
                .body("members[0].name", equalTo("Dana"))
                .body("members[0].focus", equalTo(0.8f))
                .body("version", equalTo(1));
    }

    @Test
    void recordsTheCreationAsAnEvent() {
        var team = create("Recorded", "dana");
        var event = events().of(team).getFirst();
        assertThat(event.actor()).isEqualTo("sam");
        GoldenSample.assertMatches("sprint", "team.created", event);
    }

    @Test
    void recordsAnEditAsAnEvent() {
        var team = create("Edited", "dana");
        patch("dana", team, "1", "{\"name\":\"Edited well\",\"workingDays\":[\"SUNDAY\"]}")
                .statusCode(200);
        var event = events().of(team).getLast();
        assertThat(event.change().properties())
                .extracting(Map.Entry::getKey)
                .containsOnly("name", "workingDays");
        GoldenSample.assertMatches("sprint", "team.edited", event);
    }

    @Test
    void anEditThatChangesNothingIsNoEvent() {
        var team = create("Same");
        patch("dana", team, "1", "{\"name\":\"Same\"}").statusCode(200).body("version", equalTo(1));
        assertThat(events().of(team)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"olivia,201", "sam,201", "dana,201", "max,403", "stella,403", "otto,404"})
    void onlyThoseWithTheRightCreateTeams(String subject, int status) {
        post(subject, profile("By " + subject)).then().statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"olivia,200", "max,200", "stella,200", "otto,404"})
    void everyMemberReadsTeams(String subject, int status) {
        as(subject)
                .get("/api/v1/teams/{t}", create("Read by " + subject))
                .then()
                .statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({"max,403", "otto,404"})
    void whoMayNotUpdateDoesNotSeeTheVersion(String subject, int status) {
        patch(subject, create("Not of " + subject), "99", "{}").statusCode(status);
    }

    @Test
    void whoIsNotSignedInIsRefused() {
        given().get("/api/v1/products/{p}/teams", product.key()).then().statusCode(401);
    }

    @Test
    void namesAreUniqueIgnoringCase() {
        create("Search");
        post("sam", profile("SEARCH"))
                .then()
                .statusCode(409)
                .body("code", equalTo("team-name-taken"));
    }

    @Test
    void aTeamCannotTakeTheNameOfAnother() {
        create("First");
        patch("sam", create("Second"), "1", "{\"name\":\"first\"}").statusCode(409);
    }

    @Test
    void ofManyAtOnceOneGetsTheName() throws Exception {
        try (var threads = Executors.newCachedThreadPool()) {
            var answers =
                    threads.invokeAll(
                            java.util.Collections.nCopies(
                                    8, () -> post("sam", profile("Race")).statusCode()));
            var statuses = answers.stream().map(answer -> answer.resultNow()).toList();
            assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
        }
    }

    @Test
    void anotherProductMayHaveATeamOfTheSameName() {
        create("Platform");
        var other = ProductFixture.with(Map.of("sam", "SCRUM_MASTER"));
        as("sam")
                .body(profile("Platform"))
                .post("/api/v1/products/{p}/teams", other.key())
                .then()
                .statusCode(201);
    }

    @Test
    void namesTheSubjectThatIsNoMember() {
        post("sam", profile("With Otto", "dana", "otto"))
                .then()
                .statusCode(422)
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo("/members/1/subject"))
                .body("errors[0].code", equalTo("not-a-member"))
                .body("errors[0].message", startsWith("otto"));
    }

    @ParameterizedTest
    @CsvSource({
        "US/Pacific, America/Los_Angeles",
        "Asia/Calcutta, Asia/Kolkata",
        "Europe/Amsterdam, Europe/Amsterdam",
        "UTC, UTC"
    })
    void anOutdatedTimeZoneNameIsReplaced(String given, String today) {
        as("sam")
                .body(
                        Map.of(
                                "name",
                                "Zone " + given,
                                "timeZone",
                                given,
                                "workingDays",
                                List.of("MONDAY")))
                .post("/api/v1/products/{p}/teams", product.key())
                .then()
                .statusCode(201)
                .body("timeZone", equalTo(today));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\" \",\"timeZone\":\"UTC\",\"workingDays\":[\"MONDAY\"]}",
                "{\"name\":\"a\\nb\",\"timeZone\":\"UTC\",\"workingDays\":[\"MONDAY\"]}",
                "{\"timeZone\":\"UTC\",\"workingDays\":[\"MONDAY\"]}",
                "{\"name\":\"Zone\",\"timeZone\":\"Mars/Olympus\",\"workingDays\":[\"MONDAY\"]}",
                "{\"name\":\"Days\",\"timeZone\":\"UTC\",\"workingDays\":[]}",
                "{\"name\":\"Days\",\"timeZone\":\"UTC\",\"workingDays\":[null]}",
                "{\"name\":\"Days\",\"timeZone\":\"UTC\",\"workingDays\":[\"MOONDAY\"]}",
                "{\"name\":\"Days\",\"timeZone\":\"UTC\",\"workingDays\":[\"MONDAY\",\"MONDAY\"]}",
                "{\"name\":\"M\",\"timeZone\":\"UTC\",\"workingDays\":[\"MONDAY\"],\"members\":[null]}",
                "{\"name\":\"M\",\"timeZone\":\"UTC\",\"workingDays\":[\"MONDAY\"],\"members\":[{\"subject\":\"dana\",\"focus\":1}]}",
                "{\"name\":\"M\",\"timeZone\":\"UTC\",\"workingDays\":[\"MONDAY\"],\"members\":[{\"subject\":\"dana\",\"hoursPerDay\":0,\"focus\":1}]}",
                "{\"name\":\"M\",\"timeZone\":\"UTC\",\"workingDays\":[\"MONDAY\"],\"members\":[{\"subject\":\"dana\",\"hoursPerDay\":24.5,\"focus\":1}]}",
                "{\"name\":\"M\",\"timeZone\":\"UTC\",\"workingDays\":[\"MONDAY\"],\"members\":[{\"subject\":\"dana\",\"hoursPerDay\":8,\"focus\":1.1}]}",
                "{\"name\":\"M\",\"timeZone\":\"UTC\",\"workingDays\":[\"MONDAY\"],\"members\":[{\"subject\":\"dana\",\"hoursPerDay\":1e-999999999,\"focus\":1}]}"
            })
    void readableButWrongIs422(String body) {
        as("sam")
                .body(body)
                .post("/api/v1/products/{p}/teams", product.key())
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"X\",\"colour\":\"red\"}",
                "{\"name\":7}",
                "{\"name\":\"a\\u0000b\"}",
                "[]",
                "{"
            })
    void unreadableIs400(String body) {
        as("sam")
                .body(body)
                .post("/api/v1/products/{p}/teams", product.key())
                .then()
                .statusCode(400);
    }

    @Test
    void aBodyIsNeeded() {
        as("sam")
                .post("/api/v1/products/{p}/teams", product.key())
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo(""))
                .body("errors[0].parameter", nullValue())
                .body("errors[0].message", startsWith("The request has no body"));
    }

    @Test
    void anUnchangedTeamIsNotSentAgain() {
        var team = create("Cached");
        var etag = as("max").get("/api/v1/teams/{t}", team).header("ETag");
        as("max")
                .header("If-None-Match", etag)
                .get("/api/v1/teams/{t}", team)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(etag));
    }

    @Test
    void aNameThatBecomesKnownRefreshesCopies() {
        var product = ProductFixture.with(Map.of("sam", "SCRUM_MASTER"));
        var newcomer = "nina-" + UUID.randomUUID();
        var membership = ProductFixture.unannounced(List.of(newcomer));
        var granted = new ProductFixture(product.id(), product.key(), membership.memberships());
        Kafka.publishAndAwait(granted.granted(newcomer, "DEVELOPER"));
        var body =
                Map.of(
                        "name",
                        "New",
                        "timeZone",
                        "UTC",
                        "workingDays",
                        List.of("MONDAY"),
                        "members",
                        List.of(Map.of("subject", newcomer, "hoursPerDay", 8, "focus", 1)));
        var created = as("sam").body(body).post("/api/v1/products/{p}/teams", product.key());
        created.then().statusCode(201).body("members[0].name", nullValue());

        assertThat(granted.statusFor(newcomer)).as("names are learnt from tokens").isEqualTo(200);

        as("sam")
                .header("If-None-Match", created.header("ETag"))
                .get("/api/v1/teams/{t}", created.path("id").toString())
                .then()
                .statusCode(200)
                .body("members[0].name", startsWith("Nina"));
    }

    @Test
    void aChangeWithoutAConditionIsRefused() {
        as("dana")
                .contentType(PATCH)
                .body("{\"name\":\"Blind\"}")
                .patch("/api/v1/teams/{t}", create("Unconditional"))
                .then()
                .statusCode(428);
    }

    @Test
    void aChangeOfAStaleCopyIsRefusedAndShowsTheCurrentOne() {
        var team = create("Stale");
        patch("dana", team, "1", "{\"name\":\"Fresh\"}").statusCode(200);
        patch("sam", team, "1", "{\"name\":\"Lost\"}")
                .statusCode(412)
                .body("current.name", equalTo("Fresh"))
                .body("current.version", equalTo(2));
    }

    @Test
    void aStarMatchesAnyVersion() {
        patch("dana", create("Any"), "*", "{\"timeZone\":\"Asia/Tokyo\"}")
                .statusCode(200)
                .body("timeZone", equalTo("Asia/Tokyo"));
    }

    @Test
    void nullEmptiesTheTeam() {
        patch("dana", create("Crowd", "dana"), "1", "{\"members\":null}")
                .statusCode(200)
                .body("members", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":null}|422",
                "{\"workingDays\":[]}|422",
                "{\"timeZone\":\"Nowhere\"}|422",
                "{\"colour\":1}|400"
            })
    void aPatchIsHeldToTheSameRules(String patch, int status) {
        patch("dana", create("Rules " + patch.hashCode()), "1", patch).statusCode(status);
    }

    @Test
    void lostUpdatesDoNotHappen() throws Exception {
        var team = create("Contended");
        try (var threads = Executors.newCachedThreadPool()) {
            var answers =
                    threads.invokeAll(
                            IntStream.range(0, 8)
                                    .<java.util.concurrent.Callable<Integer>>mapToObj(writer ->
                                            () ->
                                                    patchAnswer(
                                                                    "dana",
                                                                    team,
                                                                    "1",
                                                                    "{\"name\":\"Writer "
                                                                            + writer
                                                                            + "\"}")
                                                            .statusCode())
                                    .toList());
            assertThat(answers.stream().map(answer -> answer.resultNow()).toList())
                    .containsOnly(200, 412)
                    .containsOnlyOnce(200);
        }
        assertThat(events().of(team)).hasSize(2);
    }

    @Test
    void aRepeatedCreationGetsTheFirstAnswer() {
        var key = UUID.randomUUID().toString();
        var first = idempotent(key, "Once").then().statusCode(201).extract();
        idempotent(key, "Once")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("ETag", first.header("ETag"))
                .header("Steward-Version", first.header("Steward-Version"))
                .body("id", equalTo(first.path("id")));
    }

    @Test
    void aKeyBelongsToOneBody() {
        var key = UUID.randomUUID().toString();
        idempotent(key, "Keyed").then().statusCode(201);
        idempotent(key, "Keyed otherwise")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void aRefusedCreationMayBeRepaired() {
        create("Taken");
        var key = UUID.randomUUID().toString();
        idempotent(key, "Taken").then().statusCode(409);
        idempotent(key, "Free").then().statusCode(201);
    }

    @Test
    void listsTeamsPageByPageInTheOrderOfTheirNames() {
        var mine = ProductFixture.with(Map.of("sam", "SCRUM_MASTER"));
        List.of("beta", "Alpha", "gamma")
                .forEach(name ->
                        as("sam")
                                .body(profile(name))
                                .post("/api/v1/products/{p}/teams", mine.id())
                                .then()
                                .statusCode(201));

        var first =
                as("sam")
                        .get("/api/v1/products/{p}/teams?limit=2", mine.key())
                        .then()
                        .statusCode(200)
                        .header(
                                "Link",
                                matchesPattern("</api/v1/products/.*cursor=.*>; rel=\"next\""))
                        .body("items.name", contains("Alpha", "beta"))
                        .body("page.limit", equalTo(2))
                        .extract();
        as("sam")
                .queryParam("cursor", first.<String>path("page.next"))
                .get("/api/v1/products/{p}/teams?limit=2", mine.key())
                .then()
                .statusCode(200)
                .body("items.name", contains("gamma"))
                .body("page.next", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor=nonsense", "colour=red"})
    void aListThatCannotBeReadIs400(String query) {
        as("sam").get("/api/v1/products/{p}/teams?" + query, product.key()).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501"})
    void aPageHasOneToFiveHundredRows(String query) {
        as("sam").get("/api/v1/products/{p}/teams?" + query, product.key()).then().statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"019bc0d1-0000-7000-8000-00000000ffff", "not-an-id"})
    void whatDoesNotExistIs404(String team) {
        as("sam")
                .get("/api/v1/teams/{t}", team)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"));
    }

    private Response idempotent(String key, String name) {
        return as("sam")
                .header("Idempotency-Key", key)
                .body(profile(name))
                .post("/api/v1/products/{p}/teams", product.key());
    }

    private UUID create(String name, String... members) {
        return UUID.fromString(
                post("sam", profile(name, members)).then().statusCode(201).extract().path("id"));
    }

    private Response post(String subject, Object body) {
        return as(subject).body(body).post("/api/v1/products/{p}/teams", product.key());
    }

    private static ValidatableResponse patch(
            String subject, UUID team, String version, String body) {
        return patchAnswer(subject, team, version, body).then();
    }

    private static Response patchAnswer(String subject, UUID team, String version, String body) {
        var etag = version.equals("*") ? "*" : "\"" + version + "\"";
        return as(subject)
                .contentType(PATCH)
                .header("If-Match", etag)
                .body(body)
                .patch("/api/v1/teams/{t}", team);
    }

    private static RequestSpecification as(String subject) {
        return given().auth().oauth2(Tokens.of(subject)).contentType("application/json");
    }

    private static Map<String, Object> profile(String name, String... members) {
        return Map.of(
                "name",
                name,
                "timeZone",
                "Europe/Berlin",
                "workingDays",
                List.of("MONDAY", "FRIDAY"),
                "members",
                List.of(members).stream()
                        .map(subject -> Map.of("subject", subject, "hoursPerDay", 8, "focus", 0.8))
                        .toList());
    }

    private RecordedEvents events() {
        return new RecordedEvents(database);
    }
}
