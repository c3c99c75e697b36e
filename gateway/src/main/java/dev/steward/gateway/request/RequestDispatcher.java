package dev.steward.gateway.request;

import dev.steward.gateway.limit.BodyLimit;
import dev.steward.gateway.problem.Problem;
import dev.steward.gateway.problem.Problems;
import dev.steward.gateway.routing.GatewayPage;
import dev.steward.gateway.routing.RequestPath;
import dev.steward.gateway.routing.Route;
import dev.steward.gateway.routing.RoutingTable;
import dev.steward.platform.server.Trace;
import io.quarkus.arc.All;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/// The first handler of every request, before those of the framework: checks its head and
/// dispatches it to a page or an operation. The body is not read before the caller has been
/// authenticated.
@Singleton
class RequestDispatcher {

    private static final Logger LOG = Logger.getLogger(RequestDispatcher.class);
    private static final int FIRST = -100_000;

    private final Problems problems;
    private final RequestHeadCheck headCheck;
    private final Cors cors;
    private final RoutingTable routes;
    private final List<GatewayPage> pages;
    private final BodyLimit bodyLimit;
    private final RequestHandler requestHandler;

    RequestDispatcher(
            Problems problems,
            RequestHeadCheck headCheck,
            Cors cors,
            RoutingTable routes,
            @All List<GatewayPage> pages,
            BodyLimit bodyLimit,
            RequestHandler requestHandler) {
        this.problems = problems;
        this.headCheck = headCheck;
        this.cors = cors;
        this.routes = routes;
        this.pages = pages;
        this.bodyLimit = bodyLimit;
        this.requestHandler = requestHandler;
    }

    void mount(@Observes Router router) {
        router.route().order(FIRST).handler(this::handle).failureHandler(this::failed);
    }

    private void handle(RoutingContext context) {
        var request = context.request();
        request.pause();
        CommonHeaders.addWhenAnswered(context, Trace.of(context));
        MeteredPath.set(context, "/{refused}");
        var hostile = RequestTargetCheck.findProblem(request.uri());
        if (hostile.isPresent()) {
            problems.send(context, Problem.of("hostile-path", hostile.get()));
            return;
        }
        headCheck
                .findProblem(request)
                .ifPresentOrElse(
                        problem -> problems.send(context, problem), () -> dispatch(context));
    }

    private void dispatch(RoutingContext context) {
        if (cors.answers(context)) {
            return;
        }
        var path = RequestPath.of(context.request());
        var page = pages.stream().filter(candidate -> candidate.owns(path)).findFirst();
        if (page.isPresent()) {
            servePage(context, page.get());
        } else {
            route(context, routes.find(context.request().method().name(), path));
        }
    }

    private void servePage(RoutingContext context, GatewayPage page) {
        MeteredPath.set(context, "/{page}");
        var tooLarge = bodyLimit.findProblem(context.request());
        if (tooLarge.isPresent()) {
            problems.send(context, tooLarge.get());
            return;
        }
        var method = context.request().method().name();
        if (method.equals("GET") || method.equals("HEAD")) {
            requestHandler.receive(context, page);
        } else {
            requestHandler.refuse(context, notAllowed("GET, HEAD"));
        }
    }

    private void route(RoutingContext context, Route route) {
        switch (route) {
            case Route.Found found -> {
                MeteredPath.set(context, found.operation().template());
                bodyLimit
                        .findProblem(context.request(), found.operation())
                        .ifPresentOrElse(
                                problem -> problems.send(context, problem),
                                () -> requestHandler.receive(context, found.operation()));
            }
            case Route.MethodNotAllowed other -> {
                MeteredPath.set(context, other.template());
                answerMethods(context, String.join(", ", other.allowed()));
            }
            case Route.NotFound() -> {
                MeteredPath.set(context, "/{unknown}");
                requestHandler.refuse(
                        context, Problem.of("not-found", "No operation has this path."));
            }
        }
    }

    private void answerMethods(RoutingContext context, String allowed) {
        if (context.request().method().name().equals("OPTIONS")) {
            context.request().resume();
            context.response().putHeader("Allow", allowed).setStatusCode(204).end();
        } else {
            requestHandler.refuse(context, notAllowed(allowed));
        }
    }

    private static Problem notAllowed(String allowed) {
        return Problem.of("method-not-allowed", "Allowed methods of this path: " + allowed + ".")
                .with("Allow", allowed);
    }

    /// A failure with status 400 or 404 comes from the router and means a malformed head (no
    /// `Host`, no path); every other failure is an error of the gateway.
    private void failed(RoutingContext context) {
        if (context.statusCode() == 400 || context.statusCode() == 404) {
            problems.send(
                    context,
                    Problem.of("unreadable-request", "The head of the request is malformed."));
            return;
        }
        LOG.errorf(context.failure(), "request %s failed", Trace.of(context).requestId());
        problems.send(
                context,
                Problem.of("internal-error", "An unexpected error occurred in the gateway."));
    }
}
