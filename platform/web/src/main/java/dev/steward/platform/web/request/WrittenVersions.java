package dev.steward.platform.web.request;

import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.RequestScoped;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// The versions that this request has written, for the header `Steward-Version`: the caller (or the
/// gateway) sends them to another service as `Steward-After`, which then waits until it has applied
/// them. At most 8, the most important ones first.
@RequestScoped
public class WrittenVersions {

    public static final String HEADER = "Steward-Version";
    private static final int MOST = 8;

    /// A mapping, because a plain property would be searched for in all sources of configuration,
    /// for each request.
    @ConfigMapping(prefix = "steward.versions")
    interface Settings {

        /// The aggregate type that a service names first, where a batch wrote more than fit.
        Optional<String> lead();
    }

    private final Map<String, Long> versions = new LinkedHashMap<>();
    private final Settings settings;
    private boolean withheld;

    WrittenVersions(Settings settings) {
        this.settings = settings;
    }

    public void add(String type, UUID id, long version) {
        versions.put(type + ":" + id, version);
    }

    /// For a caller who may not know what their request has changed.
    public void withhold() {
        withheld = true;
    }

    public Optional<String> header() {
        if (withheld || versions.isEmpty()) {
            return Optional.empty();
        }
        var lead = settings.lead().map(type -> type + ":");
        return Optional.of(
                versions.entrySet().stream()
                        .sorted(
                                Comparator.comparing(entry ->
                                        lead.filter(entry.getKey()::startsWith).isPresent()
                                                ? 0
                                                : 1))
                        .limit(MOST)
                        .map(entry -> entry.getKey() + "@" + entry.getValue())
                        .collect(Collectors.joining(", ")));
    }
}
