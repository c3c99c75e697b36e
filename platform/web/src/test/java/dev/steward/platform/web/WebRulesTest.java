package dev.steward.platform.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.steward.platform.testing.Tokens;
import dev.steward.platform.web.body.MergePatch;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class WebRulesTest {

    @Inject ProbeResource.Probes probes;

    @Test
    void aProblemSaysWhatWhyAndWhere() {
        post("{\"name\":\"taken\"}")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/name-taken"))
                .body("title", equalTo("Name taken"))
                .body("code", equalTo("name-taken"))
                .body("detail", equalTo("There is a probe of that name."))
                .body("instance", equalTo("/probes"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"name":"a","nmae":"b"}     | /nmae
                    {"name":"a","name":"b"}     | ''
                    {"name":"a","level":"high"} | /level
                    {"name":7}                  | /name
                    {"name":"a","level":1.5}    | /level
                    {"name":"a"} trailing       | ''
                    {"name":                    | ''
                    """)
    void unreadableJsonIsA400ThatSaysWhere(String body, String pointer) {
        post(body)
                .then()
                .statusCode(400)
                .body("code", equalTo("unreadable-request"))
                .body("errors[0].pointer", pointer.isEmpty() ? notNullValue() : equalTo(pointer));
    }

    @Test
    void aMissingBodyIsA422ThatSaysSo() {
        post("").then()
                .statusCode(422)
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo(""))
                .body("errors[0].parameter", nullValue())
                .body(
                        "errors[0].message",
                        equalTo("The request has no body, but this operation requires one."));
    }

    @Test
    void anInvalidParameterIsNamedAsInTheRequest() {
        as("olivia")
                .get("/probes/echo/a?text=long")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", nullValue())
                .body("errors[0].parameter", equalTo("text"))
                .body("errors[0].code", equalTo("size"));
    }

    @Test
    void nestingBeyondReasonIsRefused() {
        post("{\"name\":" + "[".repeat(100) + "]".repeat(100) + "}").then().statusCode(400);
    }

    @Test
    void aWrongFieldIsA422WithPointerCodeAndLimit() {
        post("{\"name\":\"" + "x".repeat(21) + "\",\"level\":10}")
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-request"))
                .body("errors", hasSize(2))
                .body("errors.pointer", hasItem("/name"))
                .body("errors.code", hasItem("size"))
                .body("errors.find { it.pointer == '/level' }.params.value", equalTo(9));
    }

    @Test
    void aConstantThatDoesNotExistIsA422WithThoseThatDo() {
        post("{\"name\":\"a\",\"shade\":\"GREY\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/shade"))
                .body("errors[0].code", equalTo("one-of"))
                .body("errors[0].params.values", equalTo(List.of("LIGHT", "DARK")));
    }

    @Test
    void aBodyOfAnotherTypeIsA415ThatSpeaksToTheClient() {
        as("olivia")
                .contentType("text/plain")
                .body("a")
                .post("/probes")
                .then()
                .statusCode(415)
                .body("detail", not(containsString("@Consumes")));
    }

    @Test
    void anUnknownParameterIsA400() {
        as("olivia")
                .get("/probes?nmae=x")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("nmae"));
    }

    @Test
    void aNumberThatIsNoneIsA400AndNotAMissingList() {
        as("olivia")
                .get("/probes?limit=many")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("limit"));
    }

    @Test
    void aFaultShowsNothingOfTheInside() {
        as("olivia")
                .get("/probes/broken")
                .then()
                .statusCode(500)
                .body("code", equalTo("internal-error"))
                .body(not(containsString("secret")))
                .body("stackTrace", nullValue());
    }

    @Test
    void aMethodThatIsNotThereIsA405() {
        as("olivia")
                .put("/probes")
                .then()
                .statusCode(405)
                .body("code", equalTo("method-not-allowed"));
    }

    @Test
    void withoutATokenItIsA401() {
        given().get("/probes").then().statusCode(401).body("code", equalTo("unauthenticated"));
    }

    @ParameterizedTest
    @CsvSource({"expired", "forged", "issuer", "audience", "rubbish"})
    void aTokenThatIsNotOursIsA401(String kind) {
        var token =
                switch (kind) {
                    case "expired" -> Tokens.expired("olivia");
                    case "forged" -> Tokens.forged("olivia");
                    case "issuer" -> Tokens.ofAnotherIssuer("olivia");
                    case "audience" -> Tokens.forAnotherAudience("olivia");
                    default -> "rubbish";
                };
        given().auth().oauth2(token).get("/probes").then().statusCode(401);
    }

    @Test
    void theRequestIdComesBackAndAForgedOneDoesNot() {
        as("olivia")
                .header("X-Request-Id", "abc-1")
                .get("/probes")
                .then()
                .header("X-Request-Id", "abc-1");
        as("olivia")
                .header("X-Request-Id", "a b\"<")
                .get("/probes")
                .then()
                .header("X-Request-Id", not(containsString("<")));
    }

    @Test
    void aListIsReadPageByPage() {
        var first = as("olivia").get("/probes?limit=2").then().statusCode(200).extract();
        assertThat(first.jsonPath().getList("items")).isEqualTo(List.of(0, 1));
        assertThat(first.header("Link")).contains("rel=\"next\"");
        String next = first.path("page.next");
        as("olivia")
                .get("/probes?limit=9&cursor=" + next)
                .then()
                .body("items", equalTo(List.of(2, 3, 4)))
                .body("page.next", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"%00", "rubbish"})
    void aCursorThatCannotBeIsA400(String cursor) {
        as("olivia")
                .get("/probes?cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", equalTo("cursor"));
    }

    @ParameterizedTest
    @CsvSource({"0, min", "501, max"})
    void aLimitOutsideIsA422ThatNamesTheParameter(int limit, String code) {
        as("olivia")
                .get("/probes?limit=" + limit)
                .then()
                .statusCode(422)
                .body("errors[0].parameter", equalTo("limit"))
                .body("errors[0].pointer", nullValue())
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void aCursorOfAnotherListIsA400() {
        String next = as("olivia").get("/probes?limit=2").path("page.next");
        as("olivia").get("/probes?name=x&cursor=" + next).then().statusCode(400);
    }

    @Test
    void aChangeMustBeConditional() {
        patch(null, "{}").then().statusCode(428).body("code", equalTo("precondition-required"));
        patch("\"6\"", "{}")
                .then()
                .statusCode(412)
                .body("code", equalTo("stale-version"))
                .body("currentVersion", equalTo(7))
                .body("current.name", equalTo("seven"));
        patch("\"7-abc\"", "{}").then().statusCode(200);
        patch("*", "{}").then().statusCode(200);
        patch("nonsense", "{}").then().statusCode(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "7"                  | 200
                    7                    | 200
                    "6", "7"             | 200
                    "6","7-1f" , "other" | 200
                    "7-1f-gzip"          | 200
                    "7-gzip"             | 200
                    *                    | 200
                    W/"7"                | 412
                    "other"              | 412
                    "6", W/"7"           | 412
                    "a,7"                | 412
                    other                | 400
                    "7" "8               | 400
                    """,
            quoteCharacter = '\'')
    void ifMatchIsThatOfRfc9110(String ifMatch, int status) {
        patch(ifMatch, "{}").then().statusCode(status);
    }

    @Test
    void aConditionInSeveralLinesIsOneList() {
        var etag = as("olivia").get("/probes/1").header("ETag");
        as("olivia")
                .header("If-None-Match", "\"6\"", "\"x\"", etag)
                .get("/probes/1")
                .then()
                .statusCode(304);
        as("olivia")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"6\"", "\"7\"")
                .body("{}")
                .patch("/probes/1")
                .then()
                .statusCode(200);
        as("olivia")
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"7\"", "*")
                .body("{}")
                .patch("/probes/1")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({
        "xyz,There is no entry xyz.",
        "1-1-1-1-1,There is no entry 1-1-1-1-1.",
        "%,There is no entry %."
    })
    void nothingHasAnIdThatIsNone(String id, String detail) {
        as("olivia")
                .get("/probes/entries/" + id)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"))
                .body("detail", equalTo(detail));
    }

    @Test
    void aLongIdIsNotRepeated() {
        as("olivia")
                .get("/probes/entries/" + "x".repeat(200))
                .then()
                .statusCode(404)
                .body("detail", equalTo("There is no entry."));
    }

    @Test
    void whatTheFrameworkRefusesIsSaidInWords() {
        as("olivia")
                .get("/nowhere")
                .then()
                .statusCode(404)
                .body("detail", equalTo("No operation has this path."));
        as("olivia")
                .put("/probes")
                .then()
                .statusCode(405)
                .body("detail", equalTo("This path knows other methods: see Allow."));
    }

    @Test
    void ifNoneMatchIsThatOfRfc9110() {
        var etag = as("olivia").get("/probes/1").header("ETag");
        var compressed = etag.substring(0, etag.length() - 1) + "-gzip\"";
        for (var held :
                List.of("*", "W/" + etag, "\"6\", " + etag, "\"x\",W/" + etag, compressed)) {
            as("olivia").header("If-None-Match", held).get("/probes/1").then().statusCode(304);
        }
        for (var held : List.of("\"6\"", "W/\"7\"", "nonsense", "\"" + etag)) {
            as("olivia").header("If-None-Match", held).get("/probes/1").then().statusCode(200);
        }
    }

    @Test
    void aPatchMayCallItselfJson() {
        as("olivia")
                .contentType("application/json")
                .header("If-Match", "*")
                .body("{\"level\":null}")
                .patch("/probes/1")
                .then()
                .statusCode(200)
                .body("level", nullValue());
        as("olivia")
                .contentType("text/plain")
                .header("If-Match", "*")
                .body("{}")
                .patch("/probes/1")
                .then()
                .statusCode(415)
                .header("Accept-Patch", containsString("application/merge-patch+json"));
    }

    @Test
    void theSameKeyWithAnotherQueryIsA422() {
        var key = UUID.randomUUID().toString();
        var name = name();
        var body = "{\"name\":\"" + name + "\"}";
        var first = keyedBody(key, body, "/probes?dryRun=true").then().statusCode(201).extract();
        keyedBody(key, body, "/probes")
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        keyedBody(key, body, "/probes?dryRun=true")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first.path("id")));
    }

    @Test
    void aMergePatchSetsAndDeletes() {
        patch("*", "{\"level\":null,\"tags\":[\"b\"]}")
                .then()
                .body("name", equalTo("seven"))
                .body("level", nullValue())
                .body("tags", equalTo(List.of("b")));
        patch("*", "{\"name\":null}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/name"));
        patch("*", "{\"colour\":1}")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("unknown-field"));
    }

    @Test
    void whatIsUnchangedIsA304() {
        var etag = as("olivia").get("/probes/1").header("ETag");
        assertThat(etag).matches("\"7-[0-9a-f]+\"");
        as("olivia")
                .header("If-None-Match", etag)
                .get("/probes/1")
                .then()
                .statusCode(304)
                .header("ETag", etag);
        as("olivia").header("If-None-Match", "\"7\"").get("/probes/1").then().statusCode(200);
    }

    @Test
    void theSameKeyTakesEffectOnce() {
        var key = UUID.randomUUID().toString();
        var name = name();
        var first = keyed("olivia", key, name).then().statusCode(201).extract();
        var again =
                keyed("olivia", key, name)
                        .then()
                        .statusCode(201)
                        .header("Idempotency-Replayed", "true")
                        .header("Location", first.header("Location"))
                        .header("ETag", first.header("ETag"))
                        .extract();
        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
        assertThat(probes.count(name)).isOne();
    }

    @Test
    void noLocationComesFromHost() {
        var key = UUID.randomUUID().toString();
        var name = name();
        for (var attempt = 0; attempt < 2; attempt++) {
            as("olivia")
                    .header("Host", "attacker.example")
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body("{\"name\":\"" + name + "\"}")
                    .post("/probes")
                    .then()
                    .statusCode(201)
                    .header("Location", startsWith("/"));
        }
    }

    @Test
    void theSameKeyWithAnotherBodyIsA422() {
        var key = UUID.randomUUID().toString();
        keyed("olivia", key, name());
        keyed("olivia", key, name())
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void anotherCallersKeyIsAnotherKey() {
        var key = UUID.randomUUID().toString();
        var name = name();
        keyed("olivia", key, name).then().statusCode(201);
        keyed("max", key, name).then().statusCode(201);
        assertThat(probes.count(name)).isEqualTo(2);
    }

    @Test
    void aRefusalStoresNothingAndMayBeRetried() {
        var key = UUID.randomUUID().toString();
        keyed("olivia", key, "taken").then().statusCode(409);
        keyed("olivia", key, "taken")
                .then()
                .statusCode(409)
                .header("Idempotency-Replayed", nullValue());
    }

    @Test
    void fiftyRacersWithOneKeyTakeEffectOnce() throws Exception {
        var key = UUID.randomUUID().toString();
        var name = name();
        try (var racers = Executors.newCachedThreadPool()) {
            List<Callable<Integer>> calls =
                    IntStream.range(0, 50)
                            .<Callable<Integer>>mapToObj(
                                    _ -> () -> keyed("olivia", key, name).statusCode())
                            .toList();
            for (var answer : racers.invokeAll(calls)) {
                assertThat(answer.get()).isIn(201, 409);
            }
        }
        assertThat(probes.count(name)).isOne();
    }

    @Test
    void whoeverIsOvertakenBetweenLookAndAnswerTakesNoEffect() {
        var key = UUID.randomUUID().toString();

        keyed("olivia", key, "overtaken " + key.substring(0, 8))
                .then()
                .statusCode(409)
                .body("code", equalTo("idempotency-key-in-use"));

        assertThat(probes.count("overtaken " + key.substring(0, 8))).isZero();
    }

    private static String name() {
        return UUID.randomUUID().toString().substring(0, 18);
    }

    private static Response keyedBody(String key, String body, String path) {
        return as("olivia")
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    private static Response keyed(String who, String key, String name) {
        return as(who).header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"name\":\"" + name + "\"}")
                .post("/probes");
    }

    private static Response post(String body) {
        return as("olivia").contentType("application/json").body(body).post("/probes");
    }

    private static Response patch(@Nullable String ifMatch, String body) {
        var request = as("olivia").contentType(MergePatch.MEDIA_TYPE).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch("/probes/1");
    }

    private static RequestSpecification as(String who) {
        return given().auth().oauth2(Tokens.of(who));
    }
}
