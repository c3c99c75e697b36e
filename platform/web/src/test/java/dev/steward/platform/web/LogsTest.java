package dev.steward.platform.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.platform.server.OneLineLogs;
import dev.steward.platform.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A log holds what happened, not what was sent.
@QuarkusTest
class LogsTest {

    private final Captured lines = new Captured();
    private final Logger root = org.jboss.logmanager.LogManager.getLogManager().getLogger("");

    @BeforeEach
    void capture() {
        lines.setLevel(Level.INFO);
        lines.setFilter(new OneLineLogs());
        root.addHandler(lines);
    }

    @AfterEach
    void release() {
        root.removeHandler(lines);
    }

    @Test
    void aRefusalIsOneLineOfCodesAndPointers() {
        as().body("{\"name\":\"a\",\"due\":\"private\\n2026 ERROR forged\"}").post("/probes/echo");
        as().body("{\"name\":\"a\",\"shade\":\"private\"}").post("/probes/echo");

        assertThat(logged())
                .containsExactly(
                        "400 unreadable-request POST /probes/echo /due:unreadable",
                        "422 invalid-request POST /probes/echo /shade:one-of");
    }

    @Test
    void whatIsThereIsForTheCallerAlone() {
        as().header("If-Match", "\"6\"").body("{}").patch("/probes/1").then().statusCode(412);

        assertThat(logged()).containsExactly("412 stale-version PATCH /probes/1");
    }

    @Test
    void noInputBeginsALine() {
        as().body("{\"name\":\"a\",\"x\\n2026 ERROR forged\":1}").post("/probes/echo");

        assertThat(logged())
                .containsExactly(
                        "400 unreadable-request POST /probes/echo /x\\u000a2026 ERROR forged:unknown-field");
    }

    @Test
    void noExceptionBeginsALine() {
        var record = new ExtLogRecord(Level.ERROR, "broken\u2028here", "test");
        record.setThrown(new IllegalStateException("a\nb", new IllegalArgumentException("c\r")));

        assertThat(new OneLineLogs().isLoggable(record)).isTrue();

        assertThat(record.getFormattedMessage()).isEqualTo("broken\\u2028here");
        assertThat(record.getThrown().toString()).endsWith("IllegalStateException: a\\u000ab");
        assertThat(record.getThrown())
                .cause()
                .hasToString("java.lang.IllegalArgumentException: c\\u000d");
        assertThat(record.getThrown().getStackTrace()[0].getClassName())
                .isEqualTo(LogsTest.class.getName());
    }

    private List<String> logged() {
        return lines.records.stream()
                .filter(record -> record.getLoggerName().startsWith("dev.steward"))
                .map(LogsTest::message)
                .toList();
    }

    private static final class Captured extends Handler {

        private final List<LogRecord> records = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord record) {
            if (isLoggable(record)) {
                records.add(record);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    private static String message(LogRecord record) {
        return ((ExtLogRecord) record).getFormattedMessage();
    }

    private static RequestSpecification as() {
        return given().auth().oauth2(Tokens.of("olivia")).contentType("application/json");
    }
}
