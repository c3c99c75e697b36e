package dev.steward.platform.messaging.republish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.platform.messaging.republish.OperationsFilter.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsFilterTest {

    private final OperationsFilter guard =
            new OperationsFilter(Optional.of("s3cret"), Optional.of(List.of("ops.example.org")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "[::1]",
                "::1",
                "backlog-service",
                "backlog-service.steward.svc",
                "backlog-service.steward.svc.cluster.local",
                "ops.example.org",
                "LOCALHOST"
            })
    void letsWhoeverKnowsTheSecretIn(String host) {
        assertThat(guard.refusal(host, "Bearer s3cret")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attacker.example",
                "127.0.0.1.nip.example",
                "localhost.attacker.example",
                ""
            })
    void refusesAForeignHost(String host) {
        assertThat(guard.refusal(host, "Bearer s3cret").map(Refusal::status)).contains(421);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Bearer ", "s3cret", "Basic s3cret", ""})
    void refusesWhoeverDoesNotKnowTheSecret(String authorization) {
        assertThat(guard.refusal("localhost", authorization).map(Refusal::status)).contains(401);
    }

    @Test
    void refusesEverybodyWithoutASecret() {
        var open = new OperationsFilter(Optional.empty(), Optional.empty());
        assertThat(open.refusal("localhost", "Bearer ").map(Refusal::status)).contains(403);
        assertThat(open.refusal("localhost", null).map(Refusal::status)).contains(403);
    }
}
