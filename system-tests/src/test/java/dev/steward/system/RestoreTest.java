package dev.steward.system;

import static dev.steward.local.oidc.Person.OLIVIA;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// backlog-service's database is lost and restored from a backup: what came after the backup is
/// gone for everybody, what is written after the restore counts, and all services agree again.
class RestoreTest {

    private final String key =
            "B" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(java.util.Locale.ROOT);

    @Test
    void allServicesAgreeAgainAfterARestore() throws Exception {
        Api.create(OLIVIA, "/products", Map.of("key", key, "name", "Before the backup"));
        var kept = item("In the backup");
        var entry =
                Api.create(
                        OLIVIA,
                        "/products/" + key + "/feedback",
                        Map.of("title", "Wanted", "text", "Both of them."));
        Invariants.hold();
        var system = RunningSystem.get();
        system.secondBacklog().terminate();
        system.backlog().terminate();
        system.copyDatabase("backlog", "backup");
        system.backlog().start().awaitReady();

        // Lost with the database: a change, an item that feedback was linked to, a product.
        Api.retitle(OLIVIA, kept, "Changed and lost");
        Api.retitle(OLIVIA, kept, "Changed and lost again");
        var lost = item("Lost");
        Api.create(
                OLIVIA, "/feedback/" + entry + "/links", Map.of("itemId", lost, "kind", "SOLVES"));
        Api.create(OLIVIA, "/products", Map.of("key", key + "X", "name", "Lost"));
        Invariants.hold();

        system.backlog().terminate();
        system.replaceDatabase("backlog", "backup");
        system.backlog().start().awaitReady();
        system.secondBacklog().start().awaitReady();
        Api.retitle(OLIVIA, kept, "Changed after the restore");
        raiseEpoch();

        Invariants.hold();
        assertThat(Sql.of("sprint").rows("select title from item where id = ?::uuid", kept))
                .isEqualTo(List.of("Changed after the restore"));
        for (var service : List.of("sprint", "feedback")) {
            assertThat(
                            Sql.of(service)
                                    .number(
                                            "select count(*) from item where id = ?::uuid and deleted",
                                            lost))
                    .isOne();
            assertThat(
                            Sql.of(service)
                                    .number(
                                            "select count(*) from product where key = ? and deleted",
                                            key + "X"))
                    .isOne();
        }
        Api.as(OLIVIA).get("/products/" + key + "X/feedback").then().statusCode(404);
    }

    private String item(String title) {
        return Api.create(
                OLIVIA, "/products/" + key + "/items", Map.of("type", "STORY", "title", title));
    }

    private static void raiseEpoch() throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(RunningSystem.get().backlog().management("/ops/epoch"))
                            .header("Authorization", "Bearer " + RunningSystem.OPERATIONS_SECRET)
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build();
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
    }
}
