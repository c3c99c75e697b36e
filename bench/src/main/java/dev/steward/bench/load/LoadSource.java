package dev.steward.bench.load;

import java.time.Duration;
import java.util.function.Function;

/// Something that can be put under load for a while: Steward, or what it is compared with.
public record LoadSource(String name, Function<Duration, Sample> load) {

    public Sample under(Duration duration) {
        return load.apply(duration);
    }
}
