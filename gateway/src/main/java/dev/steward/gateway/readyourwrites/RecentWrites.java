package dev.steward.gateway.readyourwrites;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Remembers for some seconds what each caller has written, and to which service. A request to
/// another service then waits for it (`Steward-After`), so that plain curl can create a product and
/// post feedback to it 5 ms later. In this process only: with several gateways the client sends the
/// header itself.
@Singleton
public class RecentWrites {

    /// In the response to a write: `<type>:<id>@<version>`, several separated by commas.
    public static final String VERSION = "Steward-Version";

    /// What a request waits for, in the same form; at most [#MAX_ENTRIES].
    public static final String AFTER = "Steward-After";

    private static final int MAX_ENTRIES = 8;
    private static final Duration LIFETIME = Duration.ofSeconds(10);
    private static final long CALLERS = 100_000;

    private record Written(String service, String version, long at) {}

    private final Ticker clock;
    private final Cache<String, List<Written>> byCaller;

    @Inject
    RecentWrites() {
        this(Ticker.systemTicker());
    }

    RecentWrites(Ticker clock) {
        this.clock = clock;
        byCaller =
                Caffeine.newBuilder()
                        .ticker(clock)
                        .maximumSize(CALLERS)
                        .expireAfterWrite(LIFETIME)
                        .build();
    }

    /// @param versions the value of `Steward-Version`, the most important first
    public void remember(String caller, String service, String versions) {
        var now = clock.read();
        var written =
                Stream.of(versions.split(","))
                        .map(String::strip)
                        .filter(version -> !version.isEmpty())
                        .map(version -> new Written(service, version, now));
        var fresh = written.toList();
        byCaller.asMap().merge(caller, newest(fresh, List.of()), (old, _) -> newest(fresh, old));
    }

    /// The value of `Steward-After` for a request to this service: the writes to others, newest
    /// first.
    public Optional<String> findPending(String caller, String service) {
        var written = byCaller.getIfPresent(caller);
        if (written == null) {
            return Optional.empty();
        }
        var oldest = clock.read() - LIFETIME.toNanos();
        var value =
                written.stream()
                        .filter(one -> one.at() > oldest && !one.service().equals(service))
                        .map(Written::version)
                        .collect(Collectors.joining(", "));
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /// A newer version of the same resource makes the older one superfluous.
    private static List<Written> newest(List<Written> fresh, List<Written> old) {
        var all = Stream.concat(fresh.stream(), old.stream()).toList();
        return all.stream()
                .filter(one -> isFirstOfItsResource(one, all))
                .limit(MAX_ENTRIES)
                .toList();
    }

    private static boolean isFirstOfItsResource(Written one, List<Written> all) {
        return all.stream()
                .filter(other -> resource(other).equals(resource(one)))
                .findFirst()
                .filter(first -> first == one)
                .isPresent();
    }

    private static String resource(Written written) {
        var end = written.version().lastIndexOf('@');
        return written.service()
                + ' '
                + (end < 0 ? written.version() : written.version().substring(0, end));
    }
}
