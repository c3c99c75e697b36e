package dev.steward.bench.figure;

import dev.steward.bench.Api;
import dev.steward.bench.Product;
import dev.steward.bench.SystemUnderTest;
import dev.steward.bench.load.BareKafka;
import dev.steward.bench.load.LoadSource;
import dev.steward.bench.load.Sample;
import dev.steward.bench.report.Finding;
import dev.steward.bench.report.Finding.Verdict;
import dev.steward.bench.report.Rounds;
import dev.steward.bench.report.Spread;
import dev.steward.bench.report.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/// B5: how long after the answer to a write another service shows it: the item is created in
/// backlog-service and asked for in sprint-service, which waits for it (`Steward-After`). Beside
/// Kafka's own way from a producer to a consumer. One at a time.
public final class PropagationDelay implements Figure {

    private static final int BYTES = 1_000;
    private static final String KAFKA = "Kafka's own clients";

    @Override
    public String id() {
        return "B5";
    }

    @Override
    public List<Finding> measure(SystemUnderTest steward) {
        var product = steward.product();
        var there = new Api(steward.system().sprint(), steward.token());
        var ours =
                line(
                        "item shown by sprint-service",
                        steward.pace().writes(),
                        each -> {
                            for (var i = 0; i < steward.pace().writes(); i++) {
                                each.recordValue(visible(steward.api(), there, product));
                            }
                        });
        var kafka = new BareKafka(steward.system().bootstrapServers());
        var limit =
                line(
                        KAFKA,
                        steward.pace().writes(),
                        each -> kafka.endToEnd(steward.pace().writes(), BYTES, each::recordValue));
        var rounds = Rounds.of(steward.pace(), List.of(ours, limit));
        return List.of(
                new Finding(
                        id(),
                        "from the write's answer until sprint-service shows it, %d writes a round"
                                .formatted(steward.pace().writes()),
                        "p50 %s ms, p99 %s ms"
                                .formatted(
                                        rounds.spread(ours, Sample::p50),
                                        rounds.spread(ours, Sample::p99)),
                        List.of(
                                Verdict.ratio(
                                        KAFKA,
                                        "p99 "
                                                + Spread.number(
                                                        rounds.spread(limit, Sample::p99).median())
                                                + " ms",
                                        rounds.ratio(ours, limit, Sample::p99),
                                        new Target.AtMost(3)),
                                Verdict.absolute(
                                        "p99, ms",
                                        rounds.spread(ours, Sample::p99),
                                        new Target.AtMost(25))),
                        List.of(
                                "Kafka p50 " + rounds.spread(limit, Sample::p50) + " ms",
                                "ours includes the GET that asks for it")));
    }

    /// @return nanoseconds
    private static long visible(Api here, Api there, Product product) {
        var answer = here.post("/products/" + product.id() + "/items", Creation.BODY);
        var begun = System.nanoTime();
        var item = Api.json(answer).get("id").asText();
        there.send(
                there.request("/items/" + item + "/work")
                        .header("Steward-After", Api.header(answer, "Steward-Version")));
        return System.nanoTime() - begun;
    }

    private static LoadSource line(String name, int count, Consumer<Histogram> work) {
        return new LoadSource(
                name,
                _ -> {
                    var histogram = new Histogram(Duration.ofMinutes(1).toNanos(), 3);
                    var begun = System.nanoTime();
                    work.accept(histogram);
                    return new Sample(
                            count * 1e9 / (System.nanoTime() - begun),
                            histogram.getValueAtPercentile(50) / 1e6,
                            histogram.getValueAtPercentile(99) / 1e6,
                            Map.of());
                });
    }
}
