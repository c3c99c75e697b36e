package dev.steward.platform.web.request;

import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/// What is noted of a request while it is answered. Lives in the routing context, so that filters,
/// resources and exception mappers see the same one.
public final class RequestState {

    private static final String KEY = RequestState.class.getName();

    private final long begun = System.nanoTime();
    private boolean behind;

    private RequestState() {}

    public static RequestState of(RoutingContext routing) {
        RequestState known = routing.get(KEY);
        if (known != null) {
            return known;
        }
        var state = new RequestState();
        routing.put(KEY, state);
        return state;
    }

    /// Since the first filter of this service saw it.
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /// Says that this service has not yet seen what the caller's `Steward-After` names.
    public void markBehind() {
        behind = true;
    }

    public boolean isBehind() {
        return behind;
    }
}
