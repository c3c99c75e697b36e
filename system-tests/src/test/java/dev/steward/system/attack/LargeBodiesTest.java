package dev.steward.system.attack;

import static dev.steward.system.attack.NormalCaller.SCALE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.steward.local.oidc.Person;
import dev.steward.system.Api;
import dev.steward.system.RunningSystem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Requests that cost a service far more memory than their sender, many at once.
class LargeBodiesTest {

    private static final int AT_ONCE = 8 * SCALE;

    /// A tree of empty lists: two bytes of it are fifty in memory.
    private static final byte[] NESTED =
            ("{\"labels\": [" + "[],".repeat(330_000) + "[]], \"title\": \"x\"}").getBytes(UTF_8);

    /// One for all: whoever attacks does not spend more than the attacked. HTTP/1.1, so that each
    /// request under way has a connection of its own.
    private static final HttpClient ATTACKER = newClient();

    private record Answer(int status, int length) {}

    /// Not a member of anything: the body is not parsed.
    @Test
    void nestedJsonOfOutsiders() {
        var item = itemOf(newProduct());
        NormalCaller.besideWavesOf(() -> {
            for (var door : doors()) {
                var answers = atOnce(() -> patch(Person.STELLA, door + "/items/" + item));
                assertThat(answers).extracting(Answer::status).isSubsetOf(404, 429, 503);
                assertThat(answers).extracting(Answer::status).contains(404);
            }
        });
    }

    /// Who may is refused by the number of tokens, or for now by the memory that its bodies take.
    @Test
    void nestedJsonOfMembers() {
        var item = itemOf(newProduct());
        NormalCaller.besideWavesOf(() -> {
            for (var door : doors()) {
                var answers = atOnce(() -> patch(Person.OLIVIA, door + "/items/" + item));
                assertThat(answers).extracting(Answer::status).isSubsetOf(400, 429, 503);
                assertThat(answers).extracting(Answer::status).contains(400);
            }
        });
    }

    @Test
    void filesOfOneRowThatNeverEnds() {
        var product = newProduct();
        NormalCaller.besideWavesOf(() -> {
            for (var file : List.of("a,", "x", "\"never closed\n")) {
                var body = file.repeat(19_000_000 / file.length()).getBytes(UTF_8);
                var answers = atOnce(() -> importFile(doors().getLast(), product, body), 2 * SCALE);
                assertThat(answers).extracting(Answer::status).isSubsetOf(400, 429, 503);
                assertThat(answers).extracting(Answer::status).contains(400);
            }
        });
    }

    /// The gateway is still sending when the service has refused the file.
    @Test
    void filesThatAreRefusedAtTheirBeginning() throws Exception {
        var product = newProduct();
        var body = "x".repeat(19_000_000).getBytes(UTF_8);
        for (var attempt = 0; attempt < 5; attempt++) {
            assertThat(importFile(doors().getFirst(), product, body).status()).isEqualTo(400);
        }
    }

    @Test
    void listsOfLongDescriptions() {
        var product = productOfLongItems();
        NormalCaller.besideWavesOf(() -> {
            for (var door : doors()) {
                var path = door + "/products/" + product + "/items?limit=500&include=description";
                var answers =
                        atOnce(() -> send(ATTACKER, request(Person.OLIVIA, path).GET().build()));
                assertThat(answers).extracting(Answer::status).isSubsetOf(200, 429, 503);
                assertThat(answers).extracting(Answer::status).contains(200);
                assertThat(answers)
                        .extracting(Answer::length)
                        .allMatch(length -> length < 1_200_000);
            }
        });
    }

    /// The gateway, and a service beside it.
    private static List<String> doors() {
        return List.of(
                RunningSystem.get().gateway().url() + "/api/v1",
                RunningSystem.get().backlog().url() + "/api/v1");
    }

    private static List<Answer> atOnce(Callable<Answer> request) {
        return atOnce(request, AT_ONCE);
    }

    private static List<Answer> atOnce(Callable<Answer> request, int times) {
        try (var callers = Executors.newCachedThreadPool()) {
            var calls = IntStream.range(0, times).mapToObj(_ -> callers.submit(request)).toList();
            return calls.stream()
                    .map(call -> {
                        try {
                            return call.get();
                        } catch (InterruptedException | ExecutionException e) {
                            throw new AssertionError("a request without an answer", e);
                        }
                    })
                    .toList();
        }
    }

    private static Answer patch(Person person, String uri) throws Exception {
        return send(
                ATTACKER,
                request(person, uri)
                        .header("Content-Type", "application/merge-patch+json")
                        .header("If-Match", "*")
                        .method("PATCH", BodyPublishers.ofByteArray(NESTED))
                        .build());
    }

    /// A client of its own: the service closes the connection on which it stopped reading.
    private static Answer importFile(String door, String product, byte[] file) throws Exception {
        try (var client = newClient()) {
            return send(
                    client,
                    request(Person.OLIVIA, door + "/products/" + product + "/imports")
                            .header("Content-Type", "text/csv")
                            .POST(BodyPublishers.ofByteArray(file))
                            .build());
        }
    }

    private static HttpRequest.Builder request(Person person, String uri) {
        return HttpRequest.newBuilder(URI.create(uri))
                .timeout(Duration.ofMinutes(1))
                .header("Authorization", "Bearer " + Api.token(person));
    }

    private static HttpClient newClient() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    private static Answer send(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        var answer = client.send(request, BodyHandlers.ofByteArray());
        return new Answer(answer.statusCode(), answer.body().length);
    }

    private static String newProduct() {
        var key = "L" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        Api.post(Person.OLIVIA, "/products", Map.of("key", key, "name", "Large"))
                .then()
                .statusCode(201);
        return key;
    }

    private static String itemOf(String product) {
        return Api.post(
                        Person.OLIVIA,
                        "/products/" + product + "/items",
                        Map.of("type", "STORY", "title", "Large"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /// 500 items of 30,000 characters each: 15 MB.
    private static String productOfLongItems() {
        var product = newProduct();
        var file = new StringBuilder("Summary,Description\n");
        for (var i = 0; i < 500; i++) {
            file.append("Long,").repeat("d", 30_000).append('\n');
        }
        var import_ =
                Api.as(Person.OLIVIA)
                        .contentType("text/csv; charset=UTF-8")
                        .body(file.toString())
                        .post("/products/" + product + "/imports")
                        .then()
                        .statusCode(202)
                        .extract()
                        .<String>path("id");
        await().atMost(Duration.ofMinutes(2))
                .until(() ->
                        Api.as(Person.OLIVIA)
                                .get("/imports/" + import_)
                                .path("status")
                                .equals("SUCCEEDED"));
        return product;
    }
}
