package dev.steward.bench.figure;

import static java.util.stream.Collectors.joining;

import dev.steward.bench.Api;
import dev.steward.bench.Product;
import dev.steward.bench.Sql;
import dev.steward.bench.SystemUnderTest;
import dev.steward.bench.load.ClosedLoop;
import dev.steward.bench.load.LoggedTransaction;
import dev.steward.bench.load.StatementLog;
import dev.steward.bench.load.TransactionReplay;
import dev.steward.bench.report.Comparison;
import dev.steward.bench.report.Finding;
import dev.steward.bench.report.Rounds;
import dev.steward.bench.report.Target;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// B11: submit feedback, one entry and batches of 100 with votes of people who are known, one
/// caller. Beside the same statements in one transaction without a service.
public final class FeedbackIntakeRate implements Figure {

    private static final int BATCH = 100;
    private static final int VOTES = 10;
    private static final int PEOPLE = 200;
    private static final String REPLAY = "the same statements by JDBC";

    @Override
    public String id() {
        return "B11";
    }

    @Override
    public List<Finding> measure(SystemUnderTest steward) {
        var api = new Api(steward.system().feedback(), steward.token());
        var product = knownTo(api, steward);
        return List.of(
                compare(
                        steward,
                        product,
                        "an entry with %d votes".formatted(VOTES),
                        mark -> api.post(path(product, ""), entry(mark, 0))),
                compare(
                        steward,
                        product,
                        "a batch of %d entries with %d votes each".formatted(BATCH, VOTES),
                        mark -> api.post(path(product, "/batch"), batch(mark))));
    }

    private static Finding compare(
            SystemUnderTest steward, Product product, String what, Consumer<String> submit) {
        var database = new Sql(steward.system().database("feedback"));
        var cpu = steward.cpu("feedback-service");
        return database.connected(connection -> {
            var mark = new AtomicReference<>("");
            var since = new AtomicReference<>(Instant.MAX);
            var sent =
                    new StatementLog(steward.system())
                            .during(() -> {
                                mark.set(newMark());
                                since.set(Clock.systemUTC().instant());
                                submit.accept(mark.get());
                            });
            var transaction = LoggedTransaction.of(sent, mark.get(), product.key());
            var replay = new TransactionReplay(connection, transaction, mark.get(), since.get());
            var ours = new ClosedLoop("feedback-service", () -> timed(submit), cpu).line();
            var limit = new ClosedLoop(REPLAY, replay::once, steward.cpu()).line();
            return Comparison.perSecond(Rounds.of(steward.pace(), List.of(ours, limit)), ours)
                    .against(limit, new Target.AtLeast(0.4))
                    .finding(
                            "B11",
                            "submit %s, one caller, %d statements"
                                    .formatted(what, transaction.size()));
        });
    }

    private static long timed(Consumer<String> submit) {
        var mark = newMark();
        var begun = System.nanoTime();
        submit.accept(mark);
        return System.nanoTime() - begun;
    }

    private static String newMark() {
        return "mark-" + UUID.randomUUID();
    }

    /// A product is known where its item is.
    private static Product knownTo(Api feedback, SystemUnderTest steward) {
        var product = steward.product();
        var item = steward.api().post("/products/" + product.id() + "/items", Creation.BODY);
        feedback.send(
                feedback.request("/items/" + Api.json(item).get("id").asText() + "/demand")
                        .header("Steward-After", Api.header(item, "Steward-Version")));
        return product;
    }

    private static String path(Product product, String rest) {
        return "/products/" + product.key() + "/feedback" + rest;
    }

    private static String batch(String mark) {
        return IntStream.range(0, BATCH)
                .mapToObj(i -> entry(mark, i))
                .collect(joining(",", "{\"entries\":[", "]}"));
    }

    private static String entry(String mark, int number) {
        var votes =
                IntStream.range(0, VOTES)
                        .mapToObj(i ->
                                "{\"voter\":{\"externalId\":\"person-%d\"},\"importance\":%d}"
                                        .formatted((number * 7 + i) % PEOPLE, i % 4))
                        .collect(joining(","));
        return """
        {"externalId":"%s-%d","title":"Show what depends on what","text":"As somebody who plans I want to see what depends on what.","kind":"IDEA","votes":[%s]}\
        """
                .formatted(mark, number, votes);
    }
}
