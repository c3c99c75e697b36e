package dev.steward.bench.figure;

import dev.steward.bench.Api;
import dev.steward.bench.BenchFailure;
import dev.steward.bench.SystemUnderTest;
import dev.steward.bench.report.Finding;
import dev.steward.bench.report.Finding.Verdict;
import dev.steward.bench.report.Spread;
import dev.steward.bench.report.Target;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// B12: what more items cost. What touches one item or one page shall cost the same, what touches
/// all of them so much more as there are more.
public final class LargeProductCost implements Figure {

    private static final int FEW = 10_000;
    private static final int MANY = 200_000;
    private static final Target FLAT = new Target.AtMost(1.25);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final List<String> SORTS =
            List.of("rank", "-score", "createdAt", "-createdAt", "number", "-number");
    private static final List<String> FILTERS =
            List.of("", "type=BUG", "status=READY", "status=DROPPED", "label=rare", "label=common");

    @Override
    public String id() {
        return "B12";
    }

    @Override
    public List<Finding> measure(SystemUnderTest steward) {
        var few = FilledProduct.in(steward, FEW);
        var many = FilledProduct.in(steward, MANY);
        steward.sql().run("vacuum analyze");
        List<Finding> findings = new ArrayList<>();
        requests()
                .forEach((name, request) ->
                        findings.add(
                                compared(
                                        steward,
                                        name,
                                        ratios(
                                                steward,
                                                few,
                                                many,
                                                product -> p99(steward, product, request)),
                                        FLAT)));
        works().forEach((name, work) -> findings.add(perItem(steward, name, work, few, many)));
        return findings;
    }

    private static Map<String, BiConsumer<Api, FilledProduct>> requests() {
        Map<String, BiConsumer<Api, FilledProduct>> requests = new LinkedHashMap<>();
        requests.put(
                "move an item after another one",
                (api, product) -> move(api, product, "\"after\":\"" + product.anyItem() + "\""));
        requests.put(
                "move an item to the top", (api, product) -> move(api, product, "\"to\":\"TOP\""));
        requests.put("read the order", (api, product) -> api.get(product.path("/order")));
        for (var sort : SORTS) {
            for (var filter : FILTERS) {
                requests.put(
                        "list by " + sort + (filter.isEmpty() ? "" : ", " + filter),
                        (api, product) ->
                                api.get(product.path("/items?sort=" + sort + "&" + filter)));
            }
        }
        return requests;
    }

    /// An item next to itself is no move: another one is drawn.
    private static void move(Api api, FilledProduct product, String place) {
        var item = product.anyItem();
        while (place.contains("\"" + item + "\"")) {
            item = product.anyItem();
        }
        api.post(product.path("/order"), "{\"items\":[\"%s\"],%s}".formatted(item, place));
    }

    private static Map<String, BiConsumer<Api, FilledProduct>> works() {
        Map<String, BiConsumer<Api, FilledProduct>> works = new LinkedHashMap<>();
        works.put("propose an order", (api, product) -> api.get(product.path("/order/proposal")));
        works.put("apply a proposal", LargeProductCost::apply);
        works.put("change the scoring model", LargeProductCost::chooseModel);
        return works;
    }

    private static void apply(Api api, FilledProduct product) {
        var order = Api.json(api.get(product.path("/order?limit=1"))).get("orderVersion").asLong();
        awaitEnd(
                api,
                Api.json(
                                api.post(
                                        product.path("/order/proposal/apply"),
                                        "{\"orderVersion\":" + order + "}"))
                        .get("id")
                        .asText());
    }

    /// The two formulae take turns, so that all scores change each time.
    private static void chooseModel(Api api, FilledProduct product) {
        var path = product.path("/scoring-models/active");
        var kind = Api.json(api.get(path)).get("kind").asText().equals("WSJF") ? "RICE" : "WSJF";
        var request =
                api.request(path)
                        .header("Content-Type", "application/json")
                        .header("If-Match", "*")
                        .PUT(BodyPublishers.ofString("{\"kind\":\"" + kind + "\"}"));
        awaitEnd(api, Api.json(api.send(request)).get("id").asText());
    }

    private static void awaitEnd(Api api, String job) {
        while (true) {
            var view = Api.json(api.get("/jobs/" + job));
            if (!view.get("endedAt").isNull()) {
                if (!view.get("status").asText().equals("SUCCEEDED")) {
                    throw new BenchFailure("a job ended as " + view);
                }
                return;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private static Spread ratios(
            SystemUnderTest steward,
            FilledProduct few,
            FilledProduct many,
            ToDoubleFunction<FilledProduct> millis) {
        var _ = millis.applyAsDouble(few);
        var _ = millis.applyAsDouble(many);
        return Spread.of(
                IntStream.range(0, steward.pace().rounds())
                        .mapToObj(_ -> {
                            var base = millis.applyAsDouble(few);
                            return millis.applyAsDouble(many) / base;
                        })
                        .toList());
    }

    private static double p99(
            SystemUnderTest steward,
            FilledProduct product,
            BiConsumer<Api, FilledProduct> request) {
        var times =
                IntStream.range(0, steward.pace().writes())
                        .mapToDouble(_ -> millis(steward, product, request))
                        .sorted()
                        .toArray();
        return times[(int) Math.ceil(times.length * 0.99) - 1];
    }

    private static double millis(
            SystemUnderTest steward,
            FilledProduct product,
            BiConsumer<Api, FilledProduct> request) {
        var begun = System.nanoTime();
        request.accept(steward.api(), product);
        return (System.nanoTime() - begun) / 1e6;
    }

    private Finding compared(SystemUnderTest steward, String name, Spread ratio, Target target) {
        steward.say(name + ": " + ratio);
        return new Finding(
                id(),
                name,
                "p99 at %,d items".formatted(MANY),
                List.of(Verdict.ratio("p99 at %,d items".formatted(FEW), "", ratio, target)),
                List.of());
    }

    /// The time of the many, for as many items as there are few.
    private Finding perItem(
            SystemUnderTest steward,
            String name,
            BiConsumer<Api, FilledProduct> work,
            FilledProduct few,
            FilledProduct many) {
        var growth = (double) MANY / FEW;
        var times = new ArrayList<Double>();
        List<Double> ratios = new ArrayList<>();
        for (var round = 0; round < steward.pace().rounds(); round++) {
            var base = millis(steward, few, work);
            var whole = millis(steward, many, work);
            times.add(whole);
            ratios.add(whole / base / growth);
        }
        var ratio = Spread.of(ratios);
        steward.say(name + ": " + ratio);
        return new Finding(
                id(),
                name,
                Spread.of(times) + " ms for %,d items".formatted(MANY),
                List.of(Verdict.ratio("the same of %,d, per item".formatted(FEW), "", ratio, FLAT)),
                List.of());
    }
}
