package dev.steward.gateway.request;

import static dev.steward.gateway.standin.Callers.named;
import static dev.steward.gateway.standin.Callers.nobody;
import static dev.steward.gateway.standin.Callers.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import dev.steward.gateway.standin.*;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The checks that a request passes before its operation is answered.
@QuarkusTest
@QuarkusTestResource(Stubs.class)
class RequestDispatcherTest {

    private static final String THING = "/api/v1/samples/things/1";

    @Test
    void knowsNoOtherPaths() {
        nobody().get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", is("/problems/not-found"))
                .body("code", is("not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/metrics", "/ops/dead-letters", "/index.html"})
    void showsNothingOfTheFramework(String path) {
        nobody().get(path).then().statusCode(404).body("code", is("not-found"));
    }

    @Test
    void namesTheMethodsOfAPath() {
        nobody().put(THING)
                .then()
                .statusCode(405)
                .header("Allow", "DELETE, GET, HEAD, OPTIONS, PATCH")
                .body("code", is("method-not-allowed"));
        nobody().options(THING)
                .then()
                .statusCode(204)
                .header("Allow", "DELETE, GET, HEAD, OPTIONS, PATCH");
    }

    @Test
    void wantsAToken() {
        nobody().get(THING)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer realm=\"steward\"")
                .body("code", is("unauthenticated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "forged", "unsigned", "issuer", "audience"})
    void refusesAToken(String flaw) {
        nobody().header("Authorization", "Bearer " + Callers.flawedToken(flaw))
                .get(THING)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("invalid_token"))
                .body("code", is("unauthenticated"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer nonsense",
                "Bearer ",
                "Basic b2xpdmlhOng=",
                "Bearer a.b.c",
                "Bearer ...",
                "Bearer ..",
                "Bearer .a.b",
                "Bearer a.b.",
                "Bearer e30.e30.e30",
                "Bearer W10.W10.W10",
                "Bearer bnVsbA.bnVsbA.bnVsbA",
                "Bearer eyJhbGciOjF9.e30.AA",
                "Bearer eyJhbGciOiJSUzI1NiJ9.e30.AA",
                "Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6InRoZS1rZXkifQ.e30.AA",
                "Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6bnVsbH0.W10.AA",
                "Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6WzFdfQ.e30.AA",
                "Bearer eyJhbGciOiJIUzI1NiIsImtpZCI6InRoZS1rZXkifQ.e30.AA",
                "Bearer a.b.c.d.e",
                "Bearer a b.c.d",
                "Bearer \u00e4.\u00f6.\u00fc"
            })
    void refusesOtherCredentials(String authorization) {
        nobody().header("Authorization", authorization)
                .get(THING)
                .then()
                .statusCode(401)
                .body("code", is("unauthenticated"));
    }

    @Test
    void passesASourceKeyOnWhereItIsAccepted() {
        var key = "Bearer stw_0198c0de_secret";
        nobody().header("Authorization", key)
                .post("/api/v1/samples/intake")
                .then()
                .statusCode(200)
                .body("service", is("feedback"))
                .body("headers.authorization", is(key));
        nobody().header("Authorization", key)
                .post("/api/v1/samples/keys-only")
                .then()
                .statusCode(200);
        someone().post("/api/v1/samples/intake").then().statusCode(200);
    }

    /// A valid key has no right there (403), any other is not accepted (401). Only feedback-service
    /// can tell which.
    @Test
    void refusesASourceKeyAtAnOperationForPeople() {
        nobody().header("Authorization", "Bearer " + StubService.LIVE_KEY)
                .get(THING)
                .then()
                .statusCode(403)
                .body("code", is("missing-scope"));
        nobody().header("Authorization", "Bearer stw_0198c0de_revoked")
                .get(THING)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("invalid_token"))
                .body("code", is("unauthenticated"));
    }

    @Test
    void refusesWhatIsNoSourceKey() {
        nobody().header("Authorization", "Bearer stw_nonsense")
                .post("/api/v1/samples/intake")
                .then()
                .statusCode(401);
        nobody().header("Authorization", "Bearer stw_nonsense").get(THING).then().statusCode(401);
        someone().post("/api/v1/samples/keys-only").then().statusCode(401);
    }

    @Test
    void asksNobodyAtAnOpenOperation() {
        nobody().get("/api/v1/samples/open").then().statusCode(200);
        nobody().header("Authorization", "Bearer nonsense")
                .get("/api/v1/samples/open")
                .then()
                .statusCode(200);
    }

    @Test
    void tellsWhatThisInstallationIs() {
        nobody().get("/api/v1/meta")
                .then()
                .statusCode(200)
                .body("name", is("Steward"))
                .body("clientId", is("steward-web"))
                .body("issuer", endsWith("/steward"))
                .body("limits.maxBodyBytes", is(1 << 20))
                .body("limits.caller.requests", is(50));
    }

    @Test
    void protectsEveryAnswer() {
        for (var path : List.of("/api/v1/samples/open", "/docs", "/api/v1/nothing", "/a;b")) {
            nobody().get(path)
                    .then()
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Referrer-Policy", "no-referrer")
                    .header("X-Frame-Options", "DENY")
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                    .header("X-Request-Id", notNullValue());
        }
    }

    @Test
    void letsAKnownOriginReadTheAnswer() {
        nobody().header("Origin", "https://app.example")
                .get("/api/v1/samples/open")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "https://app.example")
                .header("Vary", containsString("Origin"))
                .header("Access-Control-Expose-Headers", containsString("Steward-Version"))
                .header("Access-Control-Expose-Headers", containsString("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:5173", "http://localhost:3000"})
    void letsAnyPortOfAHostReadTheAnswerWhereConfigured(String origin) {
        nobody().header("Origin", origin)
                .get("/api/v1/samples/open")
                .then()
                .header("Access-Control-Allow-Origin", origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost.attacker.example:5173",
                "https://localhost:5173",
                "http://localhost",
                "http://localhost:5173.attacker.example",
                "null"
            })
    void letsNobodyElseReadIt(String origin) {
        nobody().header("Origin", origin)
                .get("/api/v1/samples/open")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void answersAPreflightByItself() {
        nobody().header("Origin", "https://app.example")
                .header("Access-Control-Request-Method", "PATCH")
                .options(THING)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Methods", containsString("PATCH"))
                .header("Access-Control-Allow-Headers", containsString("If-Match"))
                .header("Access-Control-Max-Age", "3600");
    }

    @Test
    void doesNotKnowOtherOrigins() {
        nobody().header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "PATCH")
                .options(THING)
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue())
                .body("code", is("origin-not-allowed"));
        nobody().header("Origin", "https://elsewhere.example")
                .get("/api/v1/samples/open")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void limitsEachCaller() {
        var hasty = "hasty-" + UUID.randomUUID();
        var token = "Bearer " + Callers.token(hasty);
        for (var request = 1; request <= 50; request++) {
            nobody().header("Authorization", token)
                    .get(THING)
                    .then()
                    .statusCode(200)
                    .header("RateLimit-Policy", "\"caller\";q=50;w=60")
                    .header("RateLimit", startsWith("\"caller\";r="));
        }
        // One comes back in 1.2 s: on a slow machine some requests later than the 51st.
        var refused = 0;
        for (var request = 1; request <= 50 && refused == 0; request++) {
            var answer = nobody().header("Authorization", token).get(THING);
            if (answer.statusCode() == 429) {
                refused++;
                answer.then()
                        .header("Retry-After", notNullValue())
                        .body("code", is("too-many-requests"));
            }
        }
        assertThat(refused).isPositive();
        named("patient-" + UUID.randomUUID()).get(THING).then().statusCode(200);
    }

    @Test
    void makesAnotherServiceWaitForWhatWasJustWritten() {
        var writer = "writer-" + UUID.randomUUID();
        named(writer)
                .header("Stand-In", "wrote product:p@1, member:m@1")
                .post("/api/v1/samples/things")
                .then()
                .statusCode(201)
                .header("Steward-Version", "product:p@1, member:m@1");
        named(writer)
                .get("/api/v1/samples/answers/1")
                .then()
                .body("headers.'steward-after'", is("product:p@1, member:m@1"));
        named(writer)
                .header("Steward-After", "mine:m@1")
                .get("/api/v1/samples/answers/1")
                .then()
                .body("headers.'steward-after'", is("mine:m@1"));
        named(writer).get(THING).then().body("headers", not(hasKey("steward-after")));
        someone()
                .get("/api/v1/samples/answers/1")
                .then()
                .body("headers", not(hasKey("steward-after")));
    }
}
