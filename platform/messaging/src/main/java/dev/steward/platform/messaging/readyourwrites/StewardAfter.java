package dev.steward.platform.messaging.readyourwrites;

import dev.steward.platform.database.Database;
import dev.steward.platform.web.request.RequestState;
import io.quarkus.arc.All;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `Steward-After: item:<id>@<version>, …`: waits up to a second until this service has applied
/// what the caller has just written elsewhere, then answers from what is there. A 404 or 409 given
/// while still behind says `not-yet-visible`. At most 8 are looked at, and at most 64 requests
/// wait.
@Provider
public class StewardAfter implements ContainerRequestFilter {

    private static final int MOST = 8;
    private static final long PATIENCE = 1_000;
    private static final long LOOK_EVERY = 25;
    private static final Pattern FORM =
            Pattern.compile(
                    "([a-z-]{1,40}):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@(\\d{1,18})");

    private final Semaphore waiting = new Semaphore(64);
    private final Database database;
    private final ProjectionSignal projectionSignal;
    private final Instance<RoutingContext> routing;
    private final Map<String, String> tables;

    StewardAfter(
            Database database,
            ProjectionSignal projectionSignal,
            Instance<RoutingContext> routing,
            @All List<ProjectionTable> projections) {
        this.database = database;
        this.projectionSignal = projectionSignal;
        this.routing = routing;
        this.tables =
                projections.stream()
                        .collect(
                                Collectors.toMap(
                                        ProjectionTable::aggregateType, ProjectionTable::table));
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var header = request.getHeaderString("Steward-After");
        if (header != null && !arrived(expected(header))) {
            RequestState.of(routing.get()).markBehind();
        }
    }

    private record Expected(String table, UUID id, long version) {}

    private List<Expected> expected(String header) {
        return Stream.of(header.split(",", -1))
                .limit(MOST)
                .flatMap(part -> Optional.ofNullable(parse(part.strip())).stream())
                .toList();
    }

    private @Nullable Expected parse(String part) {
        var match = FORM.matcher(part);
        if (!match.matches()) {
            return null;
        }
        var table = tables.get(match.group(1));
        return table == null
                ? null
                : new Expected(
                        table, UUID.fromString(match.group(2)), Long.parseLong(match.group(3)));
    }

    private boolean arrived(List<Expected> expected) {
        if (expected.stream().allMatch(this::isHere)) {
            return true;
        }
        return waiting.tryAcquire() && waitFor(expected);
    }

    private boolean waitFor(List<Expected> expected) {
        var until = System.nanoTime() + PATIENCE * 1_000_000;
        try {
            while (System.nanoTime() < until) {
                projectionSignal.await(LOOK_EVERY);
                if (expected.stream().allMatch(this::isHere)) {
                    return true;
                }
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.release();
        }
    }

    private boolean isHere(Expected expected) {
        // The table's name comes from a bean of this service, never from the request.
        return database.query(
                "select exists (select from %s where id = :id and version >= :version)"
                        .formatted(expected.table()),
                query ->
                        query.bind("id", expected.id())
                                .bind("version", expected.version())
                                .mapTo(Boolean.class)
                                .one());
    }
}
