package dev.steward.gateway.door;

import dev.steward.gateway.limit.BodyLimit;
import dev.steward.gateway.problem.Problem;
import dev.steward.gateway.problem.Problems;
import dev.steward.gateway.problem.UnreadBody;
import dev.steward.gateway.routing.OwnPage;
import dev.steward.gateway.routing.RequestPath;
import dev.steward.gateway.routing.Route;
import dev.steward.gateway.routing.RoutingTable;
import dev.steward.gateway.trace.Trace;
import io.quarkus.arc.All;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/// Every request comes in here, before anything of the framework's has seen it, and nothing reads
/// its body on the way to the service.
@Singleton
class FrontDoor {

    private static final Logger LOG = Logger.getLogger(FrontDoor.class);
    private static final int FIRST = -100_000;

    private final Problems problems;
    private final RequestShape shape;
    private final Cors cors;
    private final RoutingTable routes;
    private final List<OwnPage> pages;
    private final BodyLimit bodyLimit;
    private final Reception reception;

    FrontDoor(
            Problems problems,
            RequestShape shape,
            Cors cors,
            RoutingTable routes,
            @All List<OwnPage> pages,
            BodyLimit bodyLimit,
            Reception reception) {
        this.problems = problems;
        this.shape = shape;
        this.cors = cors;
        this.routes = routes;
        this.pages = pages;
        this.bodyLimit = bodyLimit;
        this.reception = reception;
    }

    void mount(@Observes Router router) {
        router.route().order(FIRST).handler(this::enter).failureHandler(this::failed);
    }

    private void enter(RoutingContext context) {
        var request = context.request();
        request.pause();
        CommonHeaders.addWhenAnswered(context, Trace.start(context));
        MeteredPath.set(context, "/{refused}");
        var hostile = RawTarget.objection(request.uri());
        if (hostile.isPresent()) {
            problems.send(context, Problem.of("hostile-path", hostile.get()));
            return;
        }
        shape.objection(request)
                .ifPresentOrElse(problem -> problems.send(context, problem), () -> admit(context));
    }

    private void admit(RoutingContext context) {
        if (cors.answers(context)) {
            return;
        }
        var path = RequestPath.of(context.request());
        var page = pages.stream().filter(candidate -> candidate.owns(path)).findFirst();
        if (page.isPresent()) {
            show(context, page.get());
        } else {
            lead(context, routes.find(context.request().method().name(), path));
        }
    }

    private void show(RoutingContext context, OwnPage page) {
        MeteredPath.set(context, "/{page}");
        var tooLarge = bodyLimit.objection(context.request());
        if (tooLarge.isPresent()) {
            problems.send(context, tooLarge.get());
            return;
        }
        var method = context.request().method().name();
        if (method.equals("GET") || method.equals("HEAD")) {
            reception.receive(context, page);
        } else {
            reception.refuse(context, notAllowed("GET, HEAD"));
        }
    }

    private void lead(RoutingContext context, Route route) {
        switch (route) {
            case Route.Found found -> {
                MeteredPath.set(context, found.operation().template());
                bodyLimit
                        .objection(context.request(), found.operation())
                        .ifPresentOrElse(
                                problem -> problems.send(context, problem),
                                () -> reception.receive(context, found.operation()));
            }
            case Route.OtherMethods other -> {
                MeteredPath.set(context, other.template());
                tellMethods(context, String.join(", ", other.allowed()));
            }
            case Route.Nowhere() -> {
                MeteredPath.set(context, "/{unknown}");
                reception.refuse(context, Problem.of("not-found", "No operation has this path."));
            }
        }
    }

    private void tellMethods(RoutingContext context, String allowed) {
        if (context.request().method().name().equals("OPTIONS")) {
            UnreadBody.discard(context.request());
            context.response().putHeader("Allow", allowed).setStatusCode(204).end();
        } else {
            reception.refuse(context, notAllowed(allowed));
        }
    }

    private static Problem notAllowed(String allowed) {
        return Problem.of("method-not-allowed", "This path knows " + allowed + ".")
                .with("Allow", allowed);
    }

    /// What the router refuses by itself (no `Host`, no path) is the caller's fault; the rest is
    /// ours.
    private void failed(RoutingContext context) {
        if (context.statusCode() == 400 || context.statusCode() == 404) {
            problems.send(
                    context,
                    Problem.of("unreadable-request", "The head of the request is malformed."));
            return;
        }
        LOG.errorf(context.failure(), "request %s failed", Trace.of(context).requestId());
        problems.send(context, Problem.of("internal-error", "Something went wrong here."));
    }
}
