package dev.steward.gateway.problem;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// All problems that Steward answers with; a new one is a new entry in `problems.json`.
@Singleton
public class ProblemKinds {

    private static final String RESOURCE = "/problems.json";

    private final Map<String, ProblemKind> kinds = new LinkedHashMap<>();

    ProblemKinds(ObjectMapper mapper) {
        for (var kind : read(mapper)) {
            kinds.put(kind.slug(), kind);
        }
    }

    private static List<ProblemKind> read(ObjectMapper mapper) {
        try (var stream = ProblemKinds.class.getResourceAsStream(RESOURCE)) {
            return mapper.readValue(stream, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE + " is unreadable", unreadable);
        }
    }

    public Collection<ProblemKind> all() {
        return kinds.values();
    }

    /// Some codes are families with one explanation: `item-not-found`, `item-is-dropped`.
    public Optional<ProblemKind> find(String slug) {
        return Optional.ofNullable(kinds.get(slug)).or(() -> family(slug));
    }

    private Optional<ProblemKind> family(String slug) {
        if (slug.endsWith("-not-found")) {
            return find("not-found");
        }
        return slug.startsWith("item-is-") || slug.startsWith("goal-is-")
                ? find("conflict")
                : Optional.empty();
    }

    ProblemKind get(String slug) {
        return Objects.requireNonNull(kinds.get(slug), slug);
    }
}
