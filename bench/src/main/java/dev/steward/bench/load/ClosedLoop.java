package dev.steward.bench.load;

import dev.steward.bench.Cpu;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/// One caller who sends the next request when the last one is answered, as [Wrk] does with many.
/// What they do in between to prepare it is not counted.
///
/// @param request carries out one and returns the nanoseconds that it took
public record ClosedLoop(String name, LongSupplier request, Cpu cpu) {

    public LoadSource line() {
        return new LoadSource(name, this::under);
    }

    private Sample under(Duration duration) {
        var histogram = new Histogram(Duration.ofMinutes(1).toNanos(), 3);
        var before = cpu.read();
        var sum = 0L;
        while (sum < duration.toNanos()) {
            var nanos = request.getAsLong();
            histogram.recordValue(nanos);
            sum += nanos;
        }
        var count = histogram.getTotalCount();
        return new Sample(
                count * 1e9 / sum,
                histogram.getValueAtPercentile(50) / 1e6,
                histogram.getValueAtPercentile(99) / 1e6,
                cpu.perRequestSince(before, count));
    }
}
