package dev.steward.platform.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.steward.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// JSON types are what the document says, and text is well-formed: at every door.
@QuarkusTest
class StrictDeserializersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"name\":1",
                "\"name\":true",
                "\"name\":[\"a\"]",
                "\"name\":\"a\",\"shade\":0",
                "\"name\":\"a\",\"shade\":true",
                "\"name\":\"a\",\"level\":\"7\"",
                "\"name\":\"a\",\"level\":\"\"",
                "\"name\":\"a\",\"level\":true",
                "\"name\":\"a\",\"level\":7.5",
                "\"name\":\"a\",\"size\":\"\"",
                "\"name\":\"a\",\"size\":\"5\"",
                "\"name\":\"a\",\"size\":[5]",
                "\"name\":\"a\",\"flag\":\"true\"",
                "\"name\":\"a\",\"flag\":1",
                "\"name\":\"a\",\"flag\":\"\"",
                "\"name\":\"a\",\"due\":20000",
                "\"name\":\"a\",\"due\":[2026,1,31]",
                "\"name\":\"a\",\"due\":\"\"",
                "\"name\":\"a\",\"due\":\"2026-02-30\"",
                "\"name\":\"a\",\"due\":\"-999999999-01-01\"",
                "\"name\":\"a\",\"due\":\"+5874898-01-01\"",
                "\"name\":\"a\",\"due\":\"2026-01-31T09:30:00Z\"",
                "\"name\":\"a\",\"due\":\"20260131\"",
                "\"name\":\"a\",\"at\":1700000000",
                "\"name\":\"a\",\"at\":1700000000.5",
                "\"name\":\"a\",\"at\":\"\"",
                "\"name\":\"a\",\"at\":\"1700000000\"",
                "\"name\":\"a\",\"at\":\"2026-01-31\"",
                "\"name\":\"a\",\"at\":\"2026-01-31T09:30:00\"",
                "\"name\":\"a\",\"ref\":\"zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz\"",
                "\"name\":\"a\",\"ref\":\"1-1-1-1-1\"",
                "\"name\":\"a\",\"ref\":\"AAAAAAAAAAAAAAAAAAAAAA==\"",
                "\"name\":\"a\",\"ref\":\"\"",
                "\"name\":\"a\",\"tags\":\"\"",
                "\"name\":\"a\",\"tags\":\"b\"",
                "\"name\":\"a\",\"tags\":[1]",
                "\"name\":\"a\",\"notes\":\"\"",
                "\"name\":\"a\",\"notes\":{\"k\":1}",
                "\"name\":\"a\\u0000\"",
                "\"name\":\"a\",\"notes\":{\"k\\u0000\":\"v\"}",
                "\"name\":\"a\\ud83d\"",
                "\"name\":\"\\ude00\"",
                "\"name\":\"\\ude00\\ud83d\"",
                "\"name\":\"a\",\"notes\":{\"k\\ud83d\":\"v\"}",
                "\"name\":\"a\",\"tags\":[\"\\ud83d\"]",
            })
    void aValueOfAnotherTypeIsA400(String fields) {
        echo("{" + fields + "}").statusCode(400).body("code", equalTo("unreadable-request"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "due":"0000-02-03"           | /due  | out-of-range
                    "due":"1969-12-31"           | /due  | out-of-range
                    "due":"2201-01-01"           | /due  | out-of-range
                    "at":"0001-01-01T00:00:00Z"  | /at   | out-of-range
                    "at":"9999-01-01T00:00:00Z"  | /at   | out-of-range
                    "size":1e99999               | /size | out-of-range
                    "size":1e-99999              | /size | out-of-range
                    "size":0.1234567890123456789012345678901 | /size | out-of-range
                    "size":1001                  | /size | decimal-max
                    "shade":"0"                  | /shade | one-of
                    "shade":"light"              | /shade | one-of
                    "tags":[null]                | /tags/0 | not-null
                    "notes":{"a":null}           | /notes/a | not-null
                    """)
    void aValueOutsideIsA422ThatSaysWhere(String field, String pointer, String code) {
        echo("{\"name\":\"a\"," + field + "}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T09:30:00Z, 2026-01-31T09:30:00Z",
        "2026-01-31T09:30Z, 2026-01-31T09:30:00Z",
        "2026-01-31t09:30:00.25z, 2026-01-31T09:30:00.250Z",
        "2026-01-31T10:30:00+01:00, 2026-01-31T09:30:00Z",
        "2026-01-31T10:30:00+0100, 2026-01-31T09:30:00Z",
        "2026-01-31T10:30:00+01, 2026-01-31T09:30:00Z",
        "2026-01-31T04:00:00-0530, 2026-01-31T09:30:00Z"
    })
    void anInstantHasAnyOffset(String written, String read) {
        echo("{\"name\":\"a\",\"at\":\"" + written + "\"}")
                .statusCode(200)
                .body("at", equalTo(read));
    }

    @Test
    void aTextIsTrimmedAndComposed() {
        echo("{\"name\":\"\\u00a0 e\\u0301 x\\n\",\"notes\":{\" k \":\" v \"}}")
                .statusCode(200)
                .body("name", equalTo("é x"))
                .body("notes.k", equalTo("v"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\u200b", "\\u3164\\u00ad", "\\ufeff", "\\u0007"})
    void aTextThatNobodyCanSeeIsEmpty(String text) {
        echo("{\"name\":\"" + text + "\"}")
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/name"))
                .body("errors[0].code", equalTo("size"));
    }

    @Test
    void aTextIsCountedInCharactersAndNotInHalves() {
        echo("{\"name\":\"" + "😀".repeat(20) + "\"}")
                .statusCode(200)
                .body("name", equalTo("😀".repeat(20)));
        echo("{\"name\":\"" + "😀".repeat(21) + "\"}").statusCode(422);
        given().auth()
                .oauth2(Tokens.of("olivia"))
                .queryParam("text", "😀😀😀")
                .get("/probes/echo/a")
                .then()
                .statusCode(200);
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        bytes("{\"name\":\"caf", 0xE9, "\"}").statusCode(400);
        bytes("{\"name\":\"", 0xC1, "a\"}").statusCode(400);
        bytes("{\"name\":\"a\"}", 0xC3, "").statusCode(400);
        as().body("{\"name\":\"a\"}".getBytes(StandardCharsets.UTF_16LE))
                .post("/probes/echo")
                .then()
                .statusCode(400);
    }

    @Test
    void aValueOfNoneIsThereAsNull() {
        var body = echo("{\"name\":\"a\"}").statusCode(200).extract().jsonPath().getMap("$");
        org.assertj.core.api.Assertions.assertThat(body).containsKeys("level", "due", "notes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?text=%00", "?text=%ff", "?text=%ed%a0%80", "?id=1-1-1-1-1", "?text=%E9"})
    void aParameterIsReadAsStrictly(String query) {
        given().auth()
                .oauth2(Tokens.of("olivia"))
                .urlEncodingEnabled(false)
                .get("/probes/echo/a" + query)
                .then()
                .statusCode(400);
    }

    @Test
    void aParameterIsTrimmedAndComposed() {
        given().auth()
                .oauth2(Tokens.of("olivia"))
                .urlEncodingEnabled(false)
                .get("/probes/echo/%20b?text=%20e%CC%81")
                .then()
                .statusCode(200)
                .body("text", equalTo("é"))
                .body("name", equalTo("b"))
                .body("id", nullValue());
    }

    private static ValidatableResponse bytes(String before, int odd, String after) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        body.write(odd);
        body.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return as().body(body.toByteArray()).post("/probes/echo").then();
    }

    private static ValidatableResponse echo(String body) {
        return as().body(body).post("/probes/echo").then();
    }

    private static RequestSpecification as() {
        return given().auth().oauth2(Tokens.of("olivia")).contentType("application/json");
    }
}
