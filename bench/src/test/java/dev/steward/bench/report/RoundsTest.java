package dev.steward.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.steward.bench.Pace;
import dev.steward.bench.load.LoadSource;
import dev.steward.bench.load.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundsTest {

    private static final Pace THREE_ROUNDS =
            new Pace("test", Duration.ZERO, Duration.ofSeconds(1), 3, 0, 0, 0);

    private final List<String> measured = new ArrayList<>();

    @Test
    void takeTurnsAfterAWarmUpThatDoesNotCount() {
        var a = line("a", 1, 2, 2, 2);
        var b = line("b", 1, 4, 4, 4);

        Rounds.of(THREE_ROUNDS, List.of(a, b));

        assertThat(measured).containsExactly("a", "b", "a", "b", "a", "b", "a", "b");
    }

    @Test
    void compareWhatWasMeasuredInTheSameRound() {
        var ours = line("ours", 0, 1, 50, 300);
        var limit = line("limit", 0, 2, 100, 1000);

        var rounds = Rounds.of(THREE_ROUNDS, List.of(ours, limit));

        assertThat(rounds.ratio(ours, limit, Sample::perSecond))
                .isEqualTo(new Spread(0.5, 0.3, 0.5));
        assertThat(rounds.difference(ours, limit, Sample::perSecond))
                .isEqualTo(new Spread(-50, -700, -1));
    }

    private LoadSource line(String name, double... perSecond) {
        Iterator<Double> values = java.util.Arrays.stream(perSecond).iterator();
        return new LoadSource(
                name,
                _ -> {
                    measured.add(name);
                    return new Sample(values.next(), 0, 0, Map.of());
                });
    }
}
