package dev.steward.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.local.oidc.Person;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// A projection that was lost is built anew from what its owner says again, and equals the old one.
class RepublishTest {

    private static final List<String> TABLES = List.of("product", "membership", "item");

    @Test
    void emptiedProjectionsAreTheSameAgain() throws Exception {
        // Whatever the other tests have left is the material; their jobs may still add to it.
        new OneSliceTest().aVoteMovesAScoreThatSaysWhy();
        Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .untilAsserted(Invariants::outboxesAreEmpty);
        Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .untilAsserted(Invariants::projectionsEqualTheirSource);
        var before = TABLES.stream().map(RepublishTest::living).toList();

        TABLES.forEach(table -> Sql.of("sprint").run("delete from " + table));
        assertThat(living("item")).isEmpty();
        republish();

        Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .untilAsserted(() -> {
                    for (var table = 0; table < TABLES.size(); table++) {
                        assertThat(living(TABLES.get(table))).containsAll(before.get(table));
                    }
                    Invariants.projectionsEqualTheirSource();
                });
        Invariants.versionsHaveNoGap();
    }

    /// Operations have a secret of their own: no token of a person opens them.
    @Test
    void refusesWhoeverDoesNotKnowTheSecret() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            for (var app : RunningSystem.get().services()) {
                for (var path : List.of("/ops/republish", "/ops/dead-letters", "/ops/any")) {
                    var request =
                            HttpRequest.newBuilder(app.management(path))
                                    .header("Authorization", "Bearer " + Api.token(Person.ADA))
                                    .build();
                    assertThat(
                                    http.send(request, HttpResponse.BodyHandlers.ofString())
                                            .statusCode())
                            .isEqualTo(401);
                }
            }
        }
    }

    private static List<String> living(String table) {
        return Sql.of("sprint").rows("select * from " + table + " where not deleted order by id");
    }

    private static void republish() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(
                                    RunningSystem.get().backlog().management("/ops/republish"))
                            .header("Authorization", "Bearer " + RunningSystem.OPERATIONS_SECRET)
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build();
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }
}
