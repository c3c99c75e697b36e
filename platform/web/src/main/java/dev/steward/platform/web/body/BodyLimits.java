package dev.steward.platform.web.body;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// How large the body of an operation may be: what the document says by `x-steward-max-body`, and
/// otherwise 1 MiB. The gateway reads the same number there; a service can be reached without it.
@ApplicationScoped
public class BodyLimits {

    /// In bytes.
    static final long USUAL = 1024 * 1024;

    private static final String EXTENSION = "x-steward-max-body";

    private final Map<Method, Long> known = new ConcurrentHashMap<>();

    /// @return bytes
    public long of(Method operation) {
        return known.computeIfAbsent(operation, BodyLimits::documented);
    }

    private static long documented(Method operation) {
        return Stream.ofNullable(operation.getAnnotation(Operation.class))
                .flatMap(described -> Arrays.stream(described.extensions()))
                .filter(extension -> extension.name().equals(EXTENSION))
                .map(extension -> Long.valueOf(extension.value()))
                .findFirst()
                .orElse(USUAL);
    }
}
