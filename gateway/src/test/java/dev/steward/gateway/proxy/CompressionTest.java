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

/// Large JSON is compressed for callers that accept gzip.
@QuarkusTest
@QuarkusTestResource(Stubs.class)
class CompressionTest {

    private static final String THING = "/api/v1/samples/things/1";

    @ParameterizedTest
    @ValueSource(ints = {1100, 3_000_000})
    void compressesLargeJson(int bytes) {
        var answer =
                someone()
                        .header("Accept-Encoding", "br, gzip;q=0.8")
                        .header("Stand-In", "json " + bytes)
                        .get(THING);
        answer.then()
                .statusCode(200)
                .header("Content-Encoding", "gzip")
                .header("Vary", containsString("Accept-Encoding"))
                .header("ETag", "\"7-a-gzip\"");
        assertThat(answer.asString())
                .isEqualTo("\"" + StubService.large(bytes).replace("\n", " ") + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "br", "gzip;q=0", "gzip; q=0.0"})
    void leavesItToWhoeverWantsItPlain(String accepted) {
        var answer =
                RawHttp.get(
                        THING,
                        "Authorization: Bearer " + Callers.token("plain"),
                        "Accept-Encoding: " + accepted,
                        "Stand-In: json 5000");
        assertThat(answer)
                .startsWith("HTTP/1.1 200")
                .contains("\"7-a\"")
                .doesNotContainIgnoringCase("content-encoding");
    }

    @Test
    void leavesSmallAnswersAsTheyAre() {
        someone()
                .header("Accept-Encoding", "gzip")
                .header("Stand-In", "json 500")
                .get(THING)
                .then()
                .header("Content-Encoding", nullValue())
                .header("ETag", "\"7-a\"");
    }

    @Test
    void keepsTheTagOfTheCompressedFromTheServices() {
        someone()
                .header("If-Match", "\"7-a-gzip\"")
                .header("If-None-Match", "W/\"6-b-gzip\", \"7-a-gzip\"")
                .get(THING)
                .then()
                .body("headers.'if-match'", is("\"7-a\""))
                .body("headers.'if-none-match'", is("W/\"6-b\", \"7-a\""));
    }

    @Test
    void aListInSeveralLinesIsOneList() {
        someone()
                .header("If-Match", "\"6-b\"", "\"7-a-gzip\"")
                .header("If-None-Match", "\"6-b-gzip\"", "\"7-a\"")
                .get(THING)
                .then()
                .body("headers.'if-match'", is("\"6-b\", \"7-a\""))
                .body("headers.'if-none-match'", is("\"6-b\", \"7-a\""));
        someone()
                .header("Accept-Encoding", "br", "gzip")
                .header("Stand-In", "json 5000")
                .get(THING)
                .then()
                .header("Content-Encoding", "gzip");
    }
}
