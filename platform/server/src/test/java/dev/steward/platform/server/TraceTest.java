package dev.steward.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest {

    private static final String GIVEN = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void keepsTheIdsOfTheCaller() {
        var trace = Trace.of("order-66", List.of(GIVEN));

        assertThat(trace).isEqualTo(new Trace("order-66", GIVEN));
        assertThat(trace.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01"
            })
    void startsANewTraceInsteadOfAMalformedOne(String given) {
        assertThat(Trace.of(null, List.of(given)).traceParent())
                .isNotEqualTo(given)
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
    }

    @Test
    void startsANewTraceWhereTwoAreNamed() {
        assertThat(Trace.of(null, List.of(GIVEN, GIVEN)).traceParent()).isNotEqualTo(GIVEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "forged\nline", "ümlaut"})
    void givesANewIdInsteadOfAHarmfulOne(String given) {
        assertThat(Trace.of(given, List.of()).requestId()).matches("[0-9a-f-]{36}");
        assertThat(Trace.of("x".repeat(65), List.of()).requestId()).hasSize(36);
    }
}
