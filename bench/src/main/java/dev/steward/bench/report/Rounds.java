package dev.steward.bench.report;

import dev.steward.bench.Pace;
import dev.steward.bench.load.LoadSource;
import dev.steward.bench.load.Sample;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Lines measured in turn, A B A B, so that what the machine does meanwhile meets all of them; a
/// ratio is taken within a round.
public final class Rounds {

    private final Map<LoadSource, List<Sample>> samples = new LinkedHashMap<>();

    private Rounds(Collection<LoadSource> lines) {
        lines.forEach(line -> samples.put(line, new ArrayList<>()));
    }

    public static Rounds of(Pace pace, Collection<LoadSource> lines) {
        lines.forEach(line -> line.under(pace.warmUp()));
        var rounds = new Rounds(lines);
        for (var round = 0; round < pace.rounds(); round++) {
            rounds.samples.forEach((line, samples) -> samples.add(line.under(pace.sample())));
        }
        return rounds;
    }

    public Spread spread(LoadSource line, ToDoubleFunction<Sample> of) {
        return Spread.of(samples(line).stream().map(of::applyAsDouble).toList());
    }

    public Spread ratio(LoadSource ours, LoadSource limit, ToDoubleFunction<Sample> of) {
        return combine(ours, limit, (a, b) -> of.applyAsDouble(a) / of.applyAsDouble(b));
    }

    public Spread difference(LoadSource ours, LoadSource limit, ToDoubleFunction<Sample> of) {
        return combine(ours, limit, (a, b) -> of.applyAsDouble(a) - of.applyAsDouble(b));
    }

    /// `backlog-service 310 us, PostgreSQL 140 us`
    String cpu(LoadSource line) {
        var processes = new TreeSet<String>();
        samples(line).forEach(sample -> processes.addAll(sample.cpu().keySet()));
        return processes.stream()
                .map(process ->
                        process
                                + " "
                                + Spread.number(
                                        spread(
                                                        line,
                                                        sample ->
                                                                sample.cpu()
                                                                        .getOrDefault(process, 0.0))
                                                .median())
                                + " us")
                .collect(Collectors.joining(", "));
    }

    private interface Combination {
        public double of(Sample ours, Sample limit);
    }

    private Spread combine(LoadSource ours, LoadSource limit, Combination combination) {
        var left = samples(ours);
        var right = samples(limit);
        return Spread.of(
                IntStream.range(0, left.size())
                        .mapToObj(round -> combination.of(left.get(round), right.get(round)))
                        .toList());
    }

    private List<Sample> samples(LoadSource line) {
        return Objects.requireNonNull(samples.get(line), line.name());
    }
}
