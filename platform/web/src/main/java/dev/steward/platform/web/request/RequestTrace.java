package dev.steward.platform.web.request;

import com.github.f4b6a3.uuid.UuidCreator;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.regex.Pattern;

/// What identifies one request through logs, events and the services it wakes: the caller's
/// `X-Request-Id` (or one made here) and the W3C `traceparent`.
///
/// Lives in the routing context, so that filters, resources and exception mappers see the same one.
public final class RequestTrace {

    private static final String KEY = RequestTrace.class.getName();
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private final String requestId;
    private final String traceparent;
    private final long begun = System.nanoTime();
    private boolean behind;

    private RequestTrace(String requestId, String traceparent) {
        this.requestId = requestId;
        this.traceparent = traceparent;
    }

    public static RequestTrace of(RoutingContext routing) {
        RequestTrace known = routing.get(KEY);
        if (known != null) {
            return known;
        }
        var made = read(routing.request());
        routing.put(KEY, made);
        return made;
    }

    private static RequestTrace read(HttpServerRequest request) {
        var id = request.getHeader("X-Request-Id");
        var parent = request.getHeader("traceparent");
        return new RequestTrace(
                id != null && REQUEST_ID.matcher(id).matches()
                        ? id
                        : UuidCreator.getTimeOrderedEpoch().toString(),
                parent != null && TRACEPARENT.matcher(parent).matches()
                        ? parent
                        : newTraceparent());
    }

    private static String newTraceparent() {
        var id = UuidCreator.getTimeOrderedEpoch().toString().replace("-", "");
        return "00-" + id + "-" + id.substring(16) + "-01";
    }

    public String requestId() {
        return requestId;
    }

    public String traceparent() {
        return traceparent;
    }

    public String traceId() {
        return traceparent.substring(3, 35);
    }

    /// Says that this service has not yet seen what the caller's `Steward-After` names.
    public void markBehind() {
        behind = true;
    }

    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    public boolean behind() {
        return behind;
    }
}
