package dev.steward.system;

import static dev.steward.local.oidc.Person.OLIVIA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What a person said, and who they are, is in one table of one service: in no event of any
/// service, in no log file and in no metric.
class PersonalDataTest {

    private final String secret = "planted-" + UUID.randomUUID();

    @Test
    void isInNoEventNoLogAndNoMetric() {
        submit();
        assertThat(inFeedback()).isEqualTo(1);
        // Also what the other services make of it.
        Invariants.hold();
        for (var service : List.of("backlog", "sprint", "feedback")) {
            assertThat(events(service)).as("events of %s", service).isZero();
        }
        var system = RunningSystem.get();
        for (var app :
                List.of(system.gateway(), system.backlog(), system.sprint(), system.feedback())) {
            assertThat(app.logged()).as("log of %s", app.name()).doesNotContain(secret);
            assertThat(read(app.management("/q/metrics")))
                    .as("metrics of %s", app.name())
                    .doesNotContain(secret);
        }
    }

    private void submit() {
        var key =
                "D"
                        + UUID.randomUUID()
                                .toString()
                                .substring(0, 7)
                                .toUpperCase(java.util.Locale.ROOT);
        Api.post(OLIVIA, "/products", Map.of("key", key, "name", "Data")).then().statusCode(201);
        var person = Map.of("name", secret, "email", secret + "@example.org");
        var entry =
                Map.of(
                        "externalId",
                        secret + "@example.org",
                        "text",
                        secret,
                        "contact",
                        person,
                        "votes",
                        List.of(
                                Map.of(
                                        "voter",
                                        Map.of("email", secret + "@x.example"),
                                        "quote",
                                        secret)));
        Api.post(OLIVIA, "/products/" + key + "/feedback", entry).then().statusCode(201);
        Api.post(OLIVIA, "/products/" + key + "/feedback", entry).then().statusCode(200);
    }

    private long inFeedback() {
        return Sql.of("feedback")
                .number("select count(*) from feedback where text = '" + secret + "'");
    }

    /// Also what is still on its way to Kafka is one of these.
    private long events(String service) {
        return Sql.of(service)
                .number("select count(*) from event e where e::text like '%" + secret + "%'");
    }

    private static String read(URI uri) {
        try (var in = uri.toURL().openStream()) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
