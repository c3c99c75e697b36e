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

/// All types of problems that Steward answers with. A new one is a new entry in `problems.json`.
@Singleton
public class ProblemTypes {

    private static final String RESOURCE = "/problems.json";

    private final Map<String, ProblemType> problemTypes = new LinkedHashMap<>();

    ProblemTypes(ObjectMapper mapper) {
        for (var problemType : read(mapper)) {
            problemTypes.put(problemType.slug(), problemType);
        }
    }

    private static List<ProblemType> read(ObjectMapper mapper) {
        try (var stream = ProblemTypes.class.getResourceAsStream(RESOURCE)) {
            return mapper.readValue(stream, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(RESOURCE + " is unreadable", unreadable);
        }
    }

    public Collection<ProblemType> all() {
        return problemTypes.values();
    }

    /// Some codes share one explanation: `item-not-found`, `item-is-dropped`.
    public Optional<ProblemType> find(String slug) {
        return Optional.ofNullable(problemTypes.get(slug)).or(() -> shared(slug));
    }

    private Optional<ProblemType> shared(String slug) {
        if (slug.endsWith("-not-found")) {
            return find("not-found");
        }
        return slug.startsWith("item-is-") || slug.startsWith("goal-is-")
                ? find("conflict")
                : Optional.empty();
    }

    ProblemType get(String slug) {
        return Objects.requireNonNull(problemTypes.get(slug), slug);
    }
}
