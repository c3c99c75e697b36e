package dev.steward.platform.web.request;

import dev.steward.platform.web.body.BodyLimits;
import dev.steward.platform.web.problem.Overloaded;
import dev.steward.platform.web.problem.TooManyConcurrentRequests;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/// Limits the memory of the requests under way before a body is read: 429 when one caller's
/// requests take half of the budget, 503 when the requests of all take the whole. The budget is two
/// fifths of the heap; the rest is for what is always there, and for garbage.
@Provider
public class RequestAdmission implements ContainerRequestFilter {

    private static final int KIB = 1024;

    /// Of any request: its thread, its connection, one aggregate with its answer.
    private static final int ANY = 128;

    /// Of a row of a list while it becomes JSON; a page of long ones ends at [SizeLimitedPage#MOST]
    /// bytes.
    private static final int ROW = 12;

    /// The rows of a page of long texts: out of the database, as text, and on their way.
    private static final int LONG_PAGE = 6 * KIB;

    /// A byte of JSON becomes up to ten while it is a tree, a record and an aggregate.
    private static final int JSON = 10;

    /// What is read as a stream takes the same at any length.
    private static final int STREAM = 4 * KIB;

    private static final long PATIENCE = 1_000;
    private static final Pattern LIMIT = Pattern.compile("[1-9]\\d{0,2}");

    private final SecurityIdentity identity;
    private final ResourceInfo resource;
    private final BodyLimits bodies;
    private final MeterRegistry metrics;
    private final RequestBudget budget = budget(Runtime.getRuntime().maxMemory());

    RequestAdmission(
            SecurityIdentity identity,
            ResourceInfo resource,
            BodyLimits bodies,
            MeterRegistry metrics) {
        this.identity = identity;
        this.resource = resource;
        this.bodies = bodies;
        this.metrics = metrics;
        var whole = budget.free();
        gauge("steward.requests.budget", budget, _ -> (double) whole * KIB);
        gauge("steward.requests.budget.used", budget, now -> (double) (whole - now.free()) * KIB);
        metrics.gauge("steward.requests.budget.callers", budget, RequestBudget::callers);
        refused("caller");
        refused("all");
    }

    private void gauge(String name, RequestBudget of, ToDoubleFunction<RequestBudget> value) {
        Gauge.builder(name, of, value).baseUnit("bytes").register(metrics);
    }

    /// Counted by whose share was used up: the caller's own, or that of all.
    private Counter refused(String share) {
        return metrics.counter("steward.requests.budget.refused", "share", share);
    }

    /// @param heap in bytes
    static RequestBudget budget(long heap) {
        var whole = (int) Math.min(Integer.MAX_VALUE, heap / KIB * 2 / 5);
        return new RequestBudget(whole, whole / 2, PATIENCE);
    }

    /// In KiB.
    int free() {
        return budget.free();
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var lease = lease(identity.getPrincipal().getName(), size(request));
        underWay(request).registerCompletionCallback(_ -> lease.end());
    }

    private RequestBudget.Lease lease(String caller, int size) {
        try {
            return budget.take(caller, size);
        } catch (TooManyConcurrentRequests refusal) {
            refused("caller").increment();
            throw refusal;
        } catch (Overloaded refusal) {
            refused("all").increment();
            throw refusal;
        }
    }

    private static ResteasyReactiveRequestContext underWay(ContainerRequestContext request) {
        var reactive = (ResteasyReactiveContainerRequestContext) request;
        return (ResteasyReactiveRequestContext) reactive.getServerRequestContext();
    }

    private int size(ContainerRequestContext request) {
        return ANY + ofBody(request) + ofPage(request);
    }

    private int ofBody(ContainerRequestContext request) {
        var length = bytes(request);
        if (length == 0) {
            return 0;
        }
        // As text: whether it is a media type at all is not for here to say.
        var type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        var isJson = type == null || type.isBlank() || type.contains("json");
        return isJson ? (int) (length * JSON / KIB) : STREAM;
    }

    /// What is announced; the most there can be where nothing is.
    private long bytes(ContainerRequestContext request) {
        var most = bodies.of(resource.getResourceMethod());
        var chunked = request.getHeaderString("Transfer-Encoding") != null;
        var announced = request.getLength();
        return chunked ? most : Math.min(most, Math.max(0, announced));
    }

    /// What `include` adds may be long.
    private static int ofPage(ContainerRequestContext request) {
        var asked = request.getUriInfo().getQueryParameters();
        var limit = asked.getFirst("limit");
        if (asked.getFirst("include") != null) {
            return LONG_PAGE;
        }
        return limit != null && LIMIT.matcher(limit).matches() ? Integer.parseInt(limit) * ROW : 0;
    }
}
