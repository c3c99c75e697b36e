package dev.steward.gateway.proxy;

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

/// Services that fail, stall or break off.
@QuarkusTest
@QuarkusTestResource(Stubs.class)
class FaultyServiceTest {

    private static String thing() {
        return "/api/v1/samples/things/" + UUID.randomUUID();
    }

    @Test
    void saysThatAServiceIsDown() {
        someone()
                .post("/api/v1/samples/absent")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("type", is("/problems/service-unavailable"))
                .body("code", is("service-unavailable"))
                .body("instance", is("/api/v1/samples/absent"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    @Test
    void saysThatAServiceTakesTooLong() {
        someone()
                .header("Stand-In", "silent")
                .get(thing())
                .then()
                .statusCode(504)
                .body("code", is("gateway-timeout"));
    }

    @Test
    void readsASecondTimeWhenTheConnectionBroke() {
        someone()
                .header("Stand-In", "break-once")
                .get(thing())
                .then()
                .statusCode(200)
                .body("attempt", is(2));
    }

    @Test
    void givesUpAfterTheSecondTime() {
        var thing = thing();
        someone().header("Stand-In", "break").get(thing).then().statusCode(503);
        assertThat(Callers.seen("backlog", thing)).isEqualTo(2);
    }

    @Test
    void neverWritesASecondTime() {
        var thing = thing();
        someone()
                .header("Stand-In", "break")
                .body("{}")
                .patch(thing)
                .then()
                .statusCode(502)
                .body("code", is("answer-lost"));
        assertThat(Callers.seen("backlog", thing)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"break-midway", "stall-midway"})
    void breaksOffAnAnswerThatBreaksOff(String fault) {
        var answer =
                RawHttp.send(
                        RawHttp.head(
                                        "GET",
                                        thing(),
                                        "Authorization: Bearer " + Callers.token(fault),
                                        "Stand-In: " + fault)
                                + "\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("the beginning")
                .doesNotEndWith("\r\n0\r\n\r\n");
    }

    @Test
    void saysThatABodyCameTooSlowly() {
        var answer =
                RawHttp.send(
                        RawHttp.head(
                                        "PATCH",
                                        thing(),
                                        "Authorization: Bearer " + Callers.token("slow"),
                                        "Connection: close",
                                        "Content-Length: 100")
                                + "\r\n{");
        assertThat(answer).startsWith("HTTP/1.1 408").contains("request-timeout");
    }
}
