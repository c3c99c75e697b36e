package dev.steward.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.gateway.standin.Stubs;
import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Arrays;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.Test;

/// Nothing that a caller sends can start a line of the log.
@QuarkusTest
@QuarkusTestResource(Stubs.class)
class LogsTest {

    @Test
    void noInputBeginsALine() {
        var record = new ExtLogRecord(Level.WARN, "request a\n2026 ERROR forged", "test");
        record.setThrown(new IllegalStateException("c\r", new IllegalStateException("d\u2028")));

        assertThat(console().isLoggable(record)).isTrue();

        assertThat(record.getFormattedMessage()).isEqualTo("request a\\u000a2026 ERROR forged");
        assertThat(record.getThrown())
                .asString()
                .isEqualTo("java.lang.IllegalStateException: c\\u000d");
        assertThat(record.getThrown())
                .cause()
                .hasToString("java.lang.IllegalStateException: d\\u2028");
    }

    private static ExtHandler console() {
        return Arrays.stream(InitialConfigurator.DELAYED_HANDLER.getHandlers())
                .filter(ConsoleHandler.class::isInstance)
                .map(ExtHandler.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
