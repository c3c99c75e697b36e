package dev.steward.system;

import static dev.steward.local.oidc.Person.DANA;
import static dev.steward.local.oidc.Person.OLIVIA;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// People and integrations who go on working while things break, and who remember what they were
/// told had been done.
final class Writers {

    private static final int WRITERS = 6;

    private final String product;
    private final long seed;
    private final Queue<String> items = new ConcurrentLinkedQueue<>();
    private final Queue<String> entries = new ConcurrentLinkedQueue<>();
    private final Queue<String> titled = new ConcurrentLinkedQueue<>();
    private final Queue<String> shown = new ConcurrentLinkedQueue<>();
    private final Queue<String> promoted = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private volatile boolean working = true;
    private List<Thread> threads = List.of();

    Writers(String product, long seed) {
        this.product = product;
        this.seed = seed;
    }

    Writers start() {
        threads =
                java.util.stream.IntStream.range(0, WRITERS)
                        .mapToObj(writer ->
                                Thread.ofPlatform()
                                        .name("writer-" + writer)
                                        .start(() -> work(new Random(seed + writer))))
                        .toList();
        return this;
    }

    void stop() {
        working = false;
        threads.forEach(thread -> {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    int acknowledged() {
        return acknowledged.get();
    }

    private void work(Random random) {
        while (working) {
            switch (random.nextInt(7)) {
                case 0, 1 -> createItem();
                case 2 -> retitle(random);
                case 3 -> submit();
                case 4 -> link(random);
                case 5 -> promote(random);
                default -> moveToTop(random);
            }
        }
    }

    private void createItem() {
        var key = UUID.randomUUID().toString();
        // The client does not know whether a broken request took effect: it repeats it with the
        // same key.
        untilAnswered(() ->
                        Api.as(OLIVIA)
                                .header("Idempotency-Key", key)
                                .contentType("application/json")
                                .body(Map.of("type", "STORY", "title", "Item " + key, "value", 5))
                                .post("/products/" + product + "/items"))
                .filter(answer -> answer.statusCode() == 201)
                .ifPresent(answer -> items.add(answer.path("id")));
    }

    private void retitle(Random random) {
        any(items, random)
                .ifPresent(item -> {
                    var title = "Title " + UUID.randomUUID();
                    once(() ->
                                    Api.as(DANA)
                                            .header("If-Match", "*")
                                            .contentType("application/merge-patch+json")
                                            .body(Map.of("title", title))
                                            .patch("/items/" + item))
                            .filter(answer -> answer.statusCode() == 200)
                            .ifPresent(answer -> {
                                titled.add(item + "|" + title);
                                // The item as it is by then: another writer may have been faster.
                                shown.add(
                                        "%s|%s|%s"
                                                .formatted(
                                                        item,
                                                        answer.path("version"),
                                                        answer.path("title")));
                            });
                });
    }

    private void submit() {
        var externalId = UUID.randomUUID().toString();
        var entry =
                Map.of(
                        "externalId",
                        externalId,
                        "text",
                        "Text of " + externalId,
                        "kind",
                        "IDEA",
                        "votes",
                        List.of(
                                Map.of(
                                        "voter",
                                        Map.of("externalId", "v-" + externalId),
                                        "importance",
                                        2)));
        // Intake is idempotent by external id: repeating is always right.
        untilAnswered(() ->
                        Api.post(
                                OLIVIA,
                                "/products/" + product + "/feedback/batch",
                                Map.of("entries", List.of(entry))))
                .filter(answer -> answer.statusCode() == 200)
                .ifPresent(answer -> entries.add(answer.path("results[0].id")));
    }

    private void link(Random random) {
        any(items, random)
                .ifPresent(item ->
                        any(entries, random)
                                .ifPresent(entry ->
                                        once(() ->
                                                Api.post(
                                                        OLIVIA,
                                                        "/feedback/" + entry + "/links",
                                                        Map.of(
                                                                "itemId", item, "kind",
                                                                "SOLVES")))));
    }

    /// An entry is promoted once, so repeating is always right.
    private void promote(Random random) {
        any(entries, random)
                .ifPresent(entry ->
                        untilAnswered(() ->
                                        Api.post(
                                                OLIVIA,
                                                "/feedback/" + entry + "/promotion",
                                                Map.of("title", "Promoted")))
                                .filter(answer -> answer.statusCode() == 202)
                                .ifPresent(answer ->
                                        promoted.add(entry + "|" + answer.path("itemId"))));
    }

    private void moveToTop(Random random) {
        any(items, random)
                .ifPresent(item ->
                        once(() ->
                                Api.post(
                                        OLIVIA,
                                        "/products/" + product + "/order",
                                        Map.of("items", List.of(item), "to", "TOP"))));
    }

    private Optional<Response> untilAnswered(Supplier<Response> request) {
        while (true) {
            var answer = once(request);
            if (answer.isPresent()
                    && answer.get().statusCode() < 500
                    && answer.get().statusCode() != 409) {
                return answer;
            }
            if (!working && answer.isEmpty()) {
                return answer;
            }
        }
    }

    /// Empty when the connection broke: whether it took effect is unknown then.
    private Optional<Response> once(Supplier<Response> request) {
        try {
            var answer = request.get();
            if (answer.statusCode() < 300) {
                acknowledged.incrementAndGet();
            } else if (answer.statusCode() == 500 || answer.statusCode() == 501) {
                surprises.add(answer.statusCode());
            }
            return Optional.of(answer);
        } catch (RuntimeException broken) {
            return Optional.empty();
        }
    }

    private static Optional<String> any(Queue<String> known, Random random) {
        var list = List.copyOf(known);
        return list.isEmpty()
                ? Optional.empty()
                : Optional.of(list.get(random.nextInt(list.size())));
    }

    /// Every acknowledged write is there.
    void assertNothingIsLost() {
        var backlog = Sql.of("backlog");
        assertThat(
                        backlog.rows(
                                "select i.id::text from item i join product p on p.id = i.product_id where p.key = ?",
                                product))
                .as("items that were answered with 201")
                .containsAll(items);
        assertThat(
                        backlog.rows(
                                "select aggregate_id, state->>'title' from event where aggregate_type = 'item'"))
                .as("titles that were answered with 200")
                .containsAll(titled);
        assertThat(
                        backlog.rows(
                                "select aggregate_id, version, state->>'title' from event where aggregate_type = 'item'"))
                .as("versions and titles that the answers showed")
                .containsAll(shown);
        assertThat(
                        Sql.of("feedback")
                                .rows(
                                        "select aggregate_id::text from event where aggregate_type = 'feedback' and version = 1"))
                .as("feedback that was taken")
                .containsAll(entries);
        assertThat(Sql.of("feedback").rows("select feedback_id, item_id from promotion"))
                .as("the items that entries were promoted to")
                .containsAll(promoted);
        assertThat(items).as("each key made one item").doesNotHaveDuplicates();
        assertThat(surprises)
                .as("internal errors: a fault outside is a 503, never a 500")
                .isEmpty();
    }
}
