package dev.steward.bench;

import java.time.Duration;
import java.util.function.Function;

/// Something that can be put under load for a while: Steward, or what it is compared with.
record LoadSource(String name, Function<Duration, Sample> load) {

    Sample under(Duration duration) {
        return load.apply(duration);
    }
}
