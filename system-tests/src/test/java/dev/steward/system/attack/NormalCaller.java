package dev.steward.system.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.local.oidc.Person;
import dev.steward.system.Api;
import dev.steward.system.RunningSystem;
import java.io.IOException;
import java.lang.System.Logger.Level;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Somebody who works with Steward beside an attack: reads and writes in a product of their own,
/// through the gateway, one request after the other, and remembers what came of each.
///
/// `attack.scale` multiplies the attacks (1 unless given); `attack.p99` is how many milliseconds
/// the slowest but one of a hundred requests may take (no bound unless given: a test asserts no
/// times). With a bound an attack is repeated until enough requests were answered beside it.
final class NormalCaller {

    static final int SCALE = Integer.getInteger("attack.scale", 1);

    private static final System.Logger LOG = System.getLogger(NormalCaller.class.getName());
    private static final @Nullable Integer BOUND = Integer.getInteger("attack.p99");
    private static final Person PERSON = Person.DANA;
    private static final Duration PAUSE = Duration.ofMillis(20);

    /// Of fewer, the slowest but one of a hundred is the slowest.
    private static final int ENOUGH = 200;

    private final String token = Api.token(PERSON);
    private final HttpClient http = HttpClient.newHttpClient();
    private final String product = newProduct();
    private final List<Request> requests = List.of(getItem(), createItem(), listSprints(), give());
    private final List<Answer> answers = new CopyOnWriteArrayList<>();
    private volatile boolean working = true;

    private record Request(String path, String body) {}

    private record Answer(Request request, int status, boolean saysWhenToAskAgain, long millis) {}

    private NormalCaller() {}

    /// Runs the attack while somebody works. Afterwards every application is the process that it
    /// was, and nobody who worked was told of a fault.
    static void beside(Runnable attack) {
        beside(attack, 0);
    }

    /// As [#beside(Runnable)], with an attack that can be made again and again.
    static void besideWavesOf(Runnable attack) {
        beside(attack, BOUND == null ? 0 : ENOUGH);
    }

    private static void beside(Runnable attack, int enough) {
        var processes = RunningSystem.get().processIds();
        var caller = new NormalCaller();
        if (BOUND != null) {
            caller.warmUp();
        }
        var work = Thread.ofPlatform().name("normal-caller").start(caller::work);
        try {
            do {
                attack.run();
            } while (caller.answers.size() < enough);
        } finally {
            caller.working = false;
            join(work);
        }
        assertThat(RunningSystem.get().processIds())
                .as("the processes of the applications")
                .isEqualTo(processes);
        caller.assertUnharmed();
    }

    private void assertUnharmed() {
        assertThat(answers).as("requests that were answered beside the attack").isNotEmpty();
        assertThat(answers)
                .as("answers to somebody who has done nothing wrong")
                .allMatch(answer ->
                        answer.status() < 300
                                || (answer.status() == 503 && answer.saysWhenToAskAgain()));
        // Not one of the four kinds of request failed for good.
        assertThat(answers)
                .filteredOn(answer -> answer.status() < 300)
                .extracting(Answer::request)
                .containsAll(requests);
        var p99 = p99();
        LOG.log(Level.INFO, "{0} requests, p99 {1} ms, {2}", answers.size(), p99, slowest());
        if (BOUND != null) {
            assertThat(p99).as("p99 in ms").isLessThanOrEqualTo(BOUND);
        }
    }

    /// What is measured afterwards is the attack, not a cold application.
    private void warmUp() {
        for (var i = 0; i < 100; i++) {
            requests.forEach(this::send);
        }
    }

    /// Of each kind.
    private String slowest() {
        return requests.stream()
                .map(request ->
                        "%s %d ms"
                                .formatted(
                                        request.path()
                                                .replaceAll("N[0-9A-F]{8}|[0-9a-f-]{36}", "-"),
                                        answers.stream()
                                                .filter(answer -> answer.request() == request)
                                                .mapToLong(Answer::millis)
                                                .max()
                                                .orElse(0)))
                .collect(Collectors.joining(", ", "slowest: ", ""));
    }

    private long p99() {
        var sorted = answers.stream().map(Answer::millis).sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.99) - 1);
    }

    private void work() {
        for (var next = 0; working || next < requests.size(); next++) {
            var request = requests.get(next % requests.size());
            answers.add(send(request));
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /// A connection that ends without an answer is an answer of status 0.
    private Answer send(Request request) {
        var begun = System.nanoTime();
        try {
            var answer = http.send(asSent(request), BodyHandlers.discarding());
            return new Answer(
                    request,
                    answer.statusCode(),
                    answer.headers().firstValue("Retry-After").isPresent(),
                    millisSince(begun));
        } catch (IOException e) {
            return new Answer(request, 0, false, millisSince(begun));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long millisSince(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    private HttpRequest asSent(Request request) {
        var builder =
                HttpRequest.newBuilder(
                                URI.create(
                                        RunningSystem.get().gateway().url()
                                                + "/api/v1"
                                                + request.path()))
                        .timeout(Duration.ofMinutes(1))
                        .header("Authorization", "Bearer " + token);
        if (!request.body().isEmpty()) {
            builder.header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(request.body()));
        }
        return builder.build();
    }

    private static String newProduct() {
        var key = "N" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        Api.post(PERSON, "/products", Map.of("key", key, "name", "Somebody's work"))
                .then()
                .statusCode(201);
        return key;
    }

    private Request getItem() {
        var item =
                Api.post(
                                PERSON,
                                "/products/" + product + "/items",
                                Map.of("type", "STORY", "title", "Somebody's item"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id");
        return new Request("/items/" + item, "");
    }

    private Request createItem() {
        return new Request(
                "/products/" + product + "/items",
                "{\"type\": \"STORY\", \"title\": \"One more\"}");
    }

    private Request listSprints() {
        return new Request("/products/" + product + "/sprints", "");
    }

    private Request give() {
        return new Request(
                "/products/" + product + "/feedback",
                "{\"title\": \"It works\", \"text\": \"Beside all that.\"}");
    }

    private static void join(Thread work) {
        try {
            work.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
