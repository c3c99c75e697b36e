package dev.steward.gateway.docs;

import static dev.steward.gateway.standin.Callers.nobody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import dev.steward.gateway.standin.*;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The documentation pages, which come from the jar.
@QuarkusTest
@QuarkusTestResource(Stubs.class)
class PagesTest {

    @Test
    void servesTheDocument() {
        nobody().get("/openapi.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("openapi", is("3.1.0"))
                .body("paths", hasKey("/api/v1/meta"));
        nobody().get("/openapi.yaml")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .body(startsWith("openapi: 3.1.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/openapi.json", "/problems", "/api/v1/meta"})
    void obeysTheLimits(String path) {
        nobody().get(path)
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", startsWith("\"address\""));
        assertThat(
                        RawHttp.send(
                                RawHttp.head("GET", path, "Content-Length: 100000000")
                                        + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 413")
                .contains("payload-too-large");
    }

    @Test
    void leadsFromTheRootToTheDocs() {
        nobody().get("/").then().statusCode(302).header("Location", "/docs");
    }

    @Test
    void needsNothingFromElsewhere() {
        var page = nobody().get("/docs").then().statusCode(200).extract().asString();
        var links = java.util.regex.Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page);
        var found = 0;
        while (links.find()) {
            found++;
            assertThat(links.group(1)).startsWith("/").doesNotStartWith("//");
            nobody().get(links.group(1)).then().statusCode(200);
        }
        assertThat(found).isGreaterThanOrEqualTo(4);
        nobody().get("/docs")
                .then()
                .header("Content-Security-Policy", containsString("script-src 'self'"));
    }

    @Test
    void isNotSentAgainUnchanged() {
        var tag = nobody().get("/docs").then().extract().header("ETag");
        nobody().header("If-None-Match", tag).get("/docs").then().statusCode(304);
        nobody().header("If-None-Match", "\"x\"", "W/" + tag).get("/docs").then().statusCode(304);
        nobody().header("If-None-Match", "*").get("/docs").then().statusCode(304);
        nobody().header("If-None-Match", "\"x\"").get("/docs").then().statusCode(200);
    }

    @Test
    void explainsEachProblem() {
        var items = nobody().get("/problems").then().extract().jsonPath().getList("items.type");
        assertThat(items).hasSizeGreaterThan(20).contains("/problems/stale-version");
        for (var type : items) {
            nobody().get((String) type).then().statusCode(200).body("remedy", notNullValue());
            nobody().header("Accept", "text/html,*/*")
                    .get((String) type)
                    .then()
                    .statusCode(200)
                    .contentType(startsWith("text/html"))
                    .body(containsString("What to do"));
        }
        nobody().get("/problems/none-such").then().statusCode(404);
    }

    @Test
    void isOnlyRead() {
        nobody().post("/docs").then().statusCode(405).header("Allow", "GET, HEAD");
    }
}
