package dev.steward.platform.web;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What this request wrote, for `Steward-Version`: the caller (or the gateway for it) shows it to
/// another service, which then waits until it has seen it. At most 8, the ones that matter most
/// first.
@RequestScoped
public class WrittenVersions {

    public static final String HEADER = "Steward-Version";
    private static final int MOST = 8;

    private final List<String> versions = new ArrayList<>();
    private final String lead;

    /// @param lead the aggregate type that a service names first, where a batch wrote more than fit
    WrittenVersions(
            @ConfigProperty(name = "steward.versions.lead", defaultValue = "none") String lead) {
        this.lead = lead + ":";
    }

    public void add(String type, UUID id, long version) {
        versions.removeIf(known -> known.startsWith(type + ":" + id + "@"));
        versions.add(type + ":" + id + "@" + version);
    }

    Optional<String> header() {
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        var ordered =
                versions.stream()
                        .sorted(Comparator.comparing(version -> version.startsWith(lead) ? 0 : 1))
                        .limit(MOST)
                        .toList();
        return Optional.of(String.join(", ", ordered));
    }
}
